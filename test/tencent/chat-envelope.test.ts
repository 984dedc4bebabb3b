import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChatAnswer, ChatCommand } from '../../src/tencent/chat.ts';
import { followGetInfo } from '../../src/tencent/follow-get-info.ts';
import { accountsOf } from '../followstats/reports/sample-lookups.ts';
import { chatAnswering } from './chat-answering.ts';
import { answerOf, itemOf } from './follow-answer.ts';
import { errorOf } from './open-chat.ts';

/** A command that hands on what it is given to read. */
const echo: ChatCommand<string, ChatAnswer> = {
  name: 'echo',
  documentedPerSecond: 200,
  path: 'v4/test/echo',
  write: (asked) => ({ Asked: asked }),
  read: (answer) => answer,
};

/** What a call rejects with when Chat answers this, as code and message. */
async function failureOf(body: string) {
  const { failure, message } = await errorOf(chatAnswering(body).chat(echo)('x'));
  return { code: failure.code, message };
}

test.each([
  ['ErrorDisplay is left out', { ErrorDisplay: undefined }],
  ['ErrorInfo is left out', { ErrorInfo: undefined }],
  ['ErrorInfo is null', { ErrorInfo: null }],
  ['fields are added', { RequestId: 'x', Fail_Account: ['ghost'] }],
])('an answer is read all the same when %s', async (_, changes) => {
  const text = answerOf([], changes);
  const answer = await chatAnswering(text).chat(echo)('x');
  expect(answer).toEqual({ code: 0, info: '', body: JSON.parse(text), readAt: 1_700_000_000_000 });
});

test('a failed call rejects with its code, and with Chat’s words where there are no better ones', async () => {
  const body = answerOf(undefined, { ActionStatus: 'FAIL', ErrorCode: 60023, ErrorInfo: 'try later' });
  const { failure, message } = await errorOf(chatAnswering(body).chat(echo)('x'));
  expect(failure).toMatchObject({ code: 'upstream_refused', upstream: { code: 60023, info: 'try later' } });
  expect(message).toBe('echo answered 60023');
});

test('a code counts whatever the status beside it says', async () => {
  expect((await failureOf(answerOf([], { ActionStatus: 'OK', ErrorCode: 60007 }))).code).toBe('throttled');
});

test('FAIL with code 0 is neither a success nor a failure that is known', async () => {
  expect((await failureOf(answerOf([], { ActionStatus: 'FAIL' }))).code).toBe('upstream_changed');
});

test.each(['', '<!DOCTYPE html><h1>Sign in</h1>', answerOf([itemOf('alice')]).slice(0, -9), 'OK', '{"a":1}{"b":2}'])(
  'a body that is not JSON is garbled, and is not repeated in the error: %s',
  async (body) => {
    expect(await failureOf(body)).toEqual({
      code: 'upstream_garbled',
      message: `echo answered ${body.length} characters that are not JSON`,
    });
  },
);

test.each([
  ['null', '(root)'],
  ['[]', '(root)'],
  ['{}', 'ActionStatus, ErrorCode'],
  [answerOf([], { ErrorCode: 'of-the-value' }), 'ErrorCode'],
])('JSON of another shape is told with the places and not the values: %s', async (body, places) => {
  expect(await failureOf(body)).toEqual({
    code: 'upstream_changed',
    message: `echo answered another shape at ${places}`,
  });
});

test('whatever comes, it is read or rejected with an AppError', async () => {
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc.anything().map((value) => answerOf([value])),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (body) => {
      const outcome = await chatAnswering(body)
        .chat(followGetInfo)(accountsOf('alice'))
        .catch((error: unknown) => errorOf(Promise.reject(error)));
      if ('failure' in outcome) expect(outcome.failure.code).toMatch(/^upstream_(garbled|changed|refused)$/);
      else expect(outcome).toHaveLength(1);
    }),
  );
});
