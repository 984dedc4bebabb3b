import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import type { Answer } from '../../src/followstats/answer.ts';
import { readCommand } from '../../src/followstats/command.ts';
import { resolvedOf } from '../followstats/sample-lookups.ts';
import { objectsIn } from './blocks/read-rendering.ts';
import { counts, reportOf } from './blocks/sample-reports.ts';
import { address, asks, type Circumstances, openConversation, report } from './open-conversation.ts';

describe('a bug', () => {
  const bug: Circumstances = { answer: async () => Promise.reject(new TypeError('x is not a function')) };

  test('ends in an apology whose reference stands in the log, once', async () => {
    const { converse, texts, sink } = openConversation(bug);
    await converse(asks('a'), address);
    const reference = /with the reference ([0-9a-f]{8})\.$/.exec(texts()[0] ?? '')?.[1];
    expect(reference).toBeDefined();
    const errors = sink.lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);
    expect(errors).toMatchObject([{ reference, err: { type: 'TypeError', message: 'x is not a function' } }]);
  });

  test('of whoever presses Share is apologised for to them alone', async () => {
    const { converse, sent } = openConversation(bug);
    expect(await converse(asks('a'), address, { send: { response_type: 'in_channel' }, sharedBy: 'U1' })).toBe(false);
    expect(sent).toMatchObject([{ options: {} }]);
  });

  test('in what is done instead of rendering is caught as well', async () => {
    const { converse, texts } = openConversation({ answer: async () => report });
    await converse(asks('a'), address, { instead: () => Promise.reject(new Error('upload broke')) });
    expect(texts()[0]).toMatch(/^Something went wrong in followstats itself/);
  });
});

test('an answer that can’t be sent is the caller’s to tell', async () => {
  const { converse } = openConversation({
    answer: async () => report,
    sending: () => Promise.reject(new Error('gone')),
  });
  await expect(converse(asks('a'), address)).rejects.toThrow('gone');
});

describe('one line in the log', () => {
  const error = new AppError('needs_admin', 'follow_get_info for 2 account(s) answered 30005');
  test.each<[string, Answer, Readonly<Record<string, unknown>>]>([
    ['a report', report, { kind: 'report', accounts: 2, failed: 1, cached: 1 }],
    [
      'a failure',
      { kind: 'failed', error, who: resolvedOf('secret_account', 'b') },
      { kind: 'failed', accounts: 2, reason: 'needs_admin', why: error.message },
    ],
    ['a refusal', { kind: 'refused', reason: 'guest', admins: [] }, { kind: 'refused', reason: 'guest' }],
    [
      'a fault',
      { kind: 'wrong', fault: { kind: 'bad-list-name', word: 'list:secret_account!' } },
      { kind: 'wrong', reason: 'bad-list-name' },
    ],
    ['help', { kind: 'help', role: 'admin' }, { kind: 'help' }],
  ])('for %s holds counts and no ids of accounts', async (_, given, fields) => {
    let time = 0;
    const answer = async () => {
      time += 30;
      return given;
    };
    const { converse, sink } = openConversation({ answer, now: () => time });
    await converse(asks('secret_account b'), address);
    expect(sink.named('answered')).toMatchObject([{ person: 'U1', channel: 'C1', ms: 30, ...fields }]);
    expect(sink.lines).toHaveLength(1);
    expect(sink.lines[0]).not.toMatch(/secret_account|the-secret-part/);
  });
});

describe('what goes to a channel', () => {
  const share = { send: { response_type: 'in_channel' }, sharedBy: 'U1' } as const;

  test('is a report, without buttons, and says who shared it', async () => {
    const { converse, sent } = openConversation({ answer: async () => report });
    expect(await converse(asks('a b'), address, share)).toBe(true);
    expect(sent).toMatchObject([{ options: { response_type: 'in_channel' } }]);
    expect(sent[0]?.text).toContain('Shared by <@U1>');
    expect(objectsIn(sent[0]?.reply.renderings).filter(({ type }) => type === 'button')).toEqual([]);
  });

  test.each<[string, Answer]>([
    ['a refusal', { kind: 'refused', reason: 'no-rule', admins: [] }],
    ['a failure', { kind: 'failed', error: new AppError('upstream_timeout', ''), who: resolvedOf('a') }],
    ['a fault', { kind: 'wrong', fault: { kind: 'nobody' } }],
  ])('is never %s', async (_, given) => {
    const { converse, sent } = openConversation({ answer: async () => given });
    expect(await converse(asks('a b'), address, share)).toBe(false);
    expect(sent).toMatchObject([{ options: {} }]);
  });
});

test('numbers are written the way of whoever asked', async () => {
  const given: Answer = { kind: 'report', report: reportOf([['a', counts(12_345)]]) };
  const { converse, sent } = openConversation({ answer: async () => given });
  await converse(asks('a'), address);
  expect(sent[0]?.text).toContain('a: 12.345 followers');
});

test('buttons carry the question, so that they ask the same again', async () => {
  const { converse, sent } = openConversation({ answer: async () => report });
  await converse(asks('b <@U2> "with space"'), address);
  const [button] = objectsIn(sent[0]?.reply.renderings).filter(({ type }) => type === 'button');
  expect(readCommand(String(button?.value), 100)).toEqual(asks('b <@U2> "with space"').command);
});
