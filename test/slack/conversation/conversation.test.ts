import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import type { AuditEntry } from '../../../src/followstats/audit/audit.ts';
import type { Answer } from '../../../src/followstats/commands/answer.ts';
import { readCommand } from '../../../src/followstats/commands/command.ts';
import type { Reply } from '../../../src/slack/blocks/kit/reply.ts';
import { createButtonValues } from '../../../src/slack/conversation/button-values.ts';
import { resolvedOf } from '../../followstats/reports/sample-lookups.ts';
import { objectsIn } from '../blocks/read-rendering.ts';
import { counts, reportOf } from '../blocks/reports/sample-reports.ts';
import {
  asker,
  asks,
  type Circumstances,
  openConversation,
  outcomesOf,
  report,
  unrenderable,
} from './open-conversation.ts';

describe('a bug', () => {
  const bug: Circumstances = { answer: async () => Promise.reject(new TypeError('x is not a function')) };

  test('ends in an apology whose reference stands in the log, once', async () => {
    const { ask, texts, sink } = openConversation(bug);
    await ask('a');
    const reference = /the reference ([0-9a-f]{8})\.$/.exec(texts()[0] ?? '')?.[1];
    expect(reference).toBeDefined();
    const errors = sink.lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);
    expect(errors).toMatchObject([{ reference, err: { type: 'TypeError', message: 'x is not a function' } }]);
  });

  test('in rendering is caught as well', async () => {
    const { ask, texts, recorded } = openConversation({ answer: async () => unrenderable });
    await ask('a');
    expect(texts()[0]).toMatch(/^Something went wrong in followstats itself/);
    expect(outcomesOf(recorded)).toEqual([['failed', 'fault-of-the-app']]);
  });
});

test('an answer that can’t be sent is the caller’s to tell', async () => {
  const { ask } = openConversation({
    answer: async () => report,
    sending: () => Promise.reject(new Error('gone')),
  });
  await expect(ask('a')).rejects.toThrow('gone');
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
    ['a denial', { kind: 'refused', reason: 'guest', admins: [] }, { kind: 'refused', reason: 'guest' }],
    [
      'a fault',
      { kind: 'fault', fault: { kind: 'bad-list-name', word: 'list:secret_account!' } },
      { kind: 'fault', reason: 'bad-list-name' },
    ],
    ['help', { kind: 'help', role: 'admin' }, { kind: 'help' }],
  ])('for %s holds counts and no ids of accounts', async (_, given, fields) => {
    let time = 0;
    const answer = async () => {
      time += 30;
      return given;
    };
    const { ask, sink } = openConversation({ answer, now: () => time });
    await ask('secret_account b');
    expect(sink.named('answered')).toMatchObject([{ person: 'U1', channel: 'C1', ms: 30, ...fields }]);
    expect(sink.lines).toHaveLength(1);
    expect(sink.lines[0]).not.toMatch(/secret_account|the-secret-part/);
  });
});

test('numbers are written the way of the asker', async () => {
  const given: Answer = { kind: 'report', report: reportOf([['a', counts(12_345)]]) };
  const { ask, sent } = openConversation({ answer: async () => given });
  await ask('a');
  expect(sent[0]?.text).toContain('a · 12.345 followers');
});

test('buttons carry a key to the command, so that they run the same again', async () => {
  const { ask, sent, values } = openConversation({ answer: async () => report });
  await ask('b <@U2> "with space"');
  const [button] = buttonsOf(sent);
  const buttonValues = createButtonValues({ values, onLost: () => {} });
  const recalled = await buttonValues.recall(String(button?.value), asker);
  if (recalled.kind !== 'kept') throw new Error(recalled.kind);
  expect(readCommand(recalled.answer.command, 100)).toEqual(asks('b <@U2> "with space"').command);
});

test.each([
  ['refuses', () => Promise.reject(new AppError('store_unavailable', 'gone'))],
  ['doesn’t answer', () => new Promise<never>(() => {})],
])('where the store %s the answer comes without buttons, and the log says why', async (_, fail) => {
  const { ask, sent, sink, values } = openConversation({ answer: async () => report });
  values.setFailure(fail);
  await ask('a b');
  expect(sent[0]?.text).toContain('secret_account · 1 follower · ');
  expect(buttonsOf(sent)).toEqual([]);
  expect(sink.named('no buttons')).toHaveLength(1);
});

describe('what the audit keeps', () => {
  const failing = (error: Error): Circumstances => ({
    answer: async () => report,
    sending: () => Promise.reject(error),
  });

  test('is written once the answer was sent, not before', async () => {
    let before: readonly AuditEntry[] | undefined;
    const opened = openConversation({
      answer: async () => report,
      async sending() {
        before = [...opened.recorded];
      },
    });
    await opened.ask('a b');
    expect(before).toEqual([]);
    expect(outcomesOf(opened.recorded)).toEqual([['done', undefined]]);
  });

  test('of an answer that couldn’t be sent says so', async () => {
    const { ask, recorded } = openConversation(failing(new Error('gone')));
    await expect(ask('a')).rejects.toThrow('gone');
    expect(outcomesOf(recorded)).toEqual([['failed', 'not-sent']]);
  });
});

const buttonsOf = (sent: readonly { readonly reply: Reply }[]) =>
  objectsIn(sent[0]?.reply.renderings).filter(({ type }) => type === 'button');
