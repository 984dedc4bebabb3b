import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import type { AuditEntry } from '../../../src/followstats/audit/audit.ts';
import type { Answer } from '../../../src/followstats/commands/answer.ts';
import { readCommand } from '../../../src/followstats/commands/command.ts';
import { type Reply, sentences } from '../../../src/slack/blocks/kit/reply.ts';
import { createButtonValues } from '../../../src/slack/conversation/button-values.ts';
import type { Delivery } from '../../../src/slack/conversation/conversation.ts';
import { ContentRejected } from '../../../src/slack/sending/content-rejected.ts';
import { ResponseUrlFailed } from '../../../src/slack/sending/response-url.ts';
import { resolvedOf } from '../../followstats/reports/sample-lookups.ts';
import { objectsIn } from '../blocks/read-rendering.ts';
import { counts, reportOf } from '../blocks/reports/sample-reports.ts';
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
    expect(await converse(asks('a'), address, { send: { response_type: 'in_channel' }, sharedBy: 'U1' })).toBe(
      'undelivered',
    );
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
    expect(await converse(asks('a b'), address, share)).toBe('delivered');
    expect(sent).toMatchObject([{ options: { response_type: 'in_channel' } }]);
    expect(sent[0]?.text).toContain('Shared by <@U1>');
    expect(objectsIn(sent[0]?.reply.renderings).filter(({ type }) => type === 'button')).toEqual([]);
  });

  test.each<[string, Answer]>([
    ['a denial', { kind: 'refused', reason: 'no-rule', admins: [] }],
    ['a failure', { kind: 'failed', error: new AppError('upstream_timeout', ''), who: resolvedOf('a') }],
    ['a fault', { kind: 'fault', fault: { kind: 'nobody' } }],
  ])('is never %s', async (_, given) => {
    const { converse, sent } = openConversation({ answer: async () => given });
    expect(await converse(asks('a b'), address, share)).toBe('undelivered');
    expect(sent).toMatchObject([{ options: {} }]);
  });
});

test('numbers are written the way of whoever asked', async () => {
  const given: Answer = { kind: 'report', report: reportOf([['a', counts(12_345)]]) };
  const { converse, sent } = openConversation({ answer: async () => given });
  await converse(asks('a'), address);
  expect(sent[0]?.text).toContain('a: 12.345 followers');
});

test('buttons carry a key to the question, so that they ask the same again', async () => {
  const { converse, sent, values } = openConversation({ answer: async () => report });
  await converse(asks('b <@U2> "with space"'), address);
  const [button] = buttonsOf(sent);
  const buttonValues = createButtonValues({ values, onLost: () => {} });
  const recalled = await buttonValues.recall(String(button?.value), address);
  if (recalled.kind !== 'kept') throw new Error(recalled.kind);
  expect(readCommand(recalled.answer.question, 100)).toEqual(asks('b <@U2> "with space"').command);
});

test.each([
  ['refuses', () => Promise.reject(new AppError('store_unavailable', 'gone'))],
  ['doesn’t answer', () => new Promise<never>(() => {})],
])('where the store %s the answer comes without buttons, and the log says why', async (_, trouble) => {
  const { converse, sent, sink, values } = openConversation({ answer: async () => report });
  values.setTrouble(trouble);
  await converse(asks('a b'), address);
  expect(sent[0]?.text).toContain('1 of 2 read');
  expect(buttonsOf(sent)).toEqual([]);
  expect(sink.named('no buttons')).toHaveLength(1);
});

describe('what the audit keeps', () => {
  const outcomes = (entries: readonly AuditEntry[]) => entries.map(({ outcome, details }) => [outcome, details.why]);
  const share = { send: { response_type: 'in_channel' }, sharedBy: 'U1' } as const;
  const failing = (error: Error): Circumstances => {
    let isFirst = true;
    return {
      answer: async () => report,
      async sending() {
        if (!isFirst) return;
        isFirst = false;
        throw error;
      },
    };
  };

  test('is written once the answer was sent, not before', async () => {
    let before: readonly AuditEntry[] | undefined;
    const opened = openConversation({
      answer: async () => report,
      async sending() {
        before = [...opened.recorded];
      },
    });
    await opened.converse(asks('a b'), address);
    expect(before).toEqual([]);
    expect(outcomes(opened.recorded)).toEqual([['done', undefined]]);
  });

  test('of an answer that couldn’t be sent says so', async () => {
    const { converse, recorded } = openConversation(failing(new Error('gone')));
    await expect(converse(asks('a'), address)).rejects.toThrow('gone');
    expect(outcomes(recorded)).toEqual([['failed', 'not-sent']]);
  });

  test('of a file that wasn’t taken says why, and of one that was that it was', async () => {
    const { converse, recorded } = openConversation({ answer: async () => report });
    for (const why of ['missing_scope', undefined]) {
      await converse(asks('a'), address, { instead: async () => ({ reply: sentences(['Words.']), why }) });
    }
    expect(outcomes(recorded)).toEqual([
      ['failed', 'missing_scope'],
      ['done', undefined],
    ]);
  });

  test('of something that broke after the look-up is that it broke', async () => {
    const { converse, recorded } = openConversation({ answer: async () => report });
    await converse(asks('a'), address, { instead: () => Promise.reject(new Error('upload broke')) });
    expect(outcomes(recorded)).toEqual([['failed', 'fault-of-the-app']]);
  });

  test.each<[string, Error, string, string, RegExp]>([
    ['no answer came', new ResponseUrlFailed('no answer', true), 'unconfirmed', 'unconfirmed', /^Slack didn’t confirm/],
    [
      'Slack said no',
      new ResponseUrlFailed('expired_url'),
      'undelivered',
      'not-taken',
      /so it was not shared\. Press Share/,
    ],
    [
      'Slack refused all of it',
      new ContentRejected('x'),
      'undelivered',
      'not-taken',
      /so it was not shared\. Press Share/,
    ],
  ])('of a share to which %s is what is known', async (_, error, ending, why, words) => {
    const { converse, recorded, texts } = openConversation(failing(error));
    expect(await converse(asks('a b'), address, share)).toBe(ending);
    expect(outcomes(recorded)).toEqual([['failed', why]]);
    expect(texts()).toEqual([expect.stringMatching(words)]);
  });
});

describe('the place of the answer', () => {
  const failure: Answer = { kind: 'failed', error: new AppError('upstream_timeout', ''), who: resolvedOf('a') };
  const denial: Answer = { kind: 'refused', reason: 'no-rule', admins: [] };

  test.each<[string, Answer, Delivery['replace'], boolean]>([
    ['counts take that of counts', report, 'with-counts', true],
    ['a failure leaves counts where they are', failure, 'with-counts', false],
    ['a denial leaves counts where they are', denial, 'with-counts', false],
    ['a failure takes that of another', failure, 'with-anything', true],
    ['counts are beside what others see', report, undefined, false],
  ])('%s', async (_, given, replace, isInPlace) => {
    const { converse, sent } = openConversation({ answer: async () => given });
    await converse(asks('a'), address, { replace });
    expect(sent.map(({ options }) => options?.replace_original ?? false)).toEqual([isInPlace]);
  });
});

const buttonsOf = (sent: readonly { readonly reply: Reply }[]) =>
  objectsIn(sent[0]?.reply.renderings).filter(({ type }) => type === 'button');
