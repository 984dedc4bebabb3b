import { expect, test } from 'vitest';
import type { ChatAnswer } from '../../src/tencent/chat.ts';
import { followCheck } from '../../src/tencent/follow-check.ts';
import { accountsOf } from '../followstats/reports/sample-lookups.ts';
import { answerOf } from './follow-answer.ts';

const [account, ...others] = accountsOf('alice', 'bob', 'carol') as [ReturnType<typeof accountsOf>[number]];
const asked = { account, others };
const none = { kind: 'checked', follows: false, isFollowed: false };
const incomplete = { kind: 'failed', failure: { code: 'incomplete_answer' } };

const itemOf = (other: string, FollowType: unknown = 0, changes: Readonly<Record<string, unknown>> = {}) => ({
  ...{ To_Account: other, ResultCode: 0, ResultInfo: '', FollowType },
  ...changes,
});

function answerWith(items: unknown, code = 0): ChatAnswer {
  const body: unknown = JSON.parse(answerOf(undefined, { ResultItem: items, ErrorCode: code }));
  return { code, info: '', body, readAt: 0 };
}

const join = (items: unknown) => followCheck.read(answerWith(items), asked);

test('a request names the account and the others, and no type of check', () => {
  expect(followCheck.write(asked, 'administrator')).toEqual({ From_Account: 'alice', To_Account: ['bob', 'carol'] });
});

test.each([
  [0, { follows: false, isFollowed: false }],
  [1, { follows: false, isFollowed: true }],
  [2, { follows: true, isFollowed: false }],
  [3, { follows: true, isFollowed: true }],
])('a type of %i says who follows whom', (type, follows) => {
  expect(join([itemOf('bob', type), itemOf('carol')])).toEqual([{ kind: 'checked', ...follows }, none]);
});

test.each([
  ['reordered', [itemOf('carol'), itemOf('bob', 3)]],
  ['with one nobody asked for', [itemOf('mallory', 1), itemOf('bob', 3), itemOf('carol')]],
  ['with one doubled', [itemOf('bob', 3), itemOf('bob', 3, { ResultCode: 30006 }), itemOf('carol')]],
])('items that come %s are joined to their accounts', (_, items) => {
  expect(join(items)).toEqual([{ kind: 'checked', follows: true, isFollowed: true }, none]);
});

test.each([
  ['missing', []],
  ['of another case', [itemOf('Bob')]],
  ['without a type', [itemOf('bob', null)]],
  ['with a type that no document has', [itemOf('bob', 4)]],
  ['with a type in text', [itemOf('bob', '0')]],
])('an item %s fails its account and no other, and never says that nobody follows', (_, items) => {
  expect(join([...items, itemOf('carol')])).toEqual([incomplete, none]);
});

test('an item with a code fails with it, even when it holds a type', () => {
  const [bob, carol] = join([itemOf('bob', 3, { ResultCode: 30003 }), itemOf('carol')]);
  expect(bob).toMatchObject({ kind: 'failed', failure: { code: 'missing_account', upstream: { code: 30003 } } });
  expect(carol).toEqual(none);
});

test('an item of another shape is the fault of its account alone', () => {
  const broken = itemOf('carol', 0, { ResultCode: 'none' });
  const changed = { kind: 'failed', failure: { code: 'upstream_changed' } };
  expect(join([null, 'text', { To_Account: 7 }, itemOf('bob'), broken])).toEqual([none, changed]);
});

test('a list that is none is another shape than documented', () => {
  expect(() => join({ bob: 3 })).toThrow('follow_check answered another shape at ResultItem');
});

test('when the call failed, items that answer for every other are the better answer, and no others', () => {
  const items = [itemOf('bob', undefined, { ResultCode: 30003 }), itemOf('carol', 2)];
  expect(followCheck.readFailed?.(answerWith(items, 30001), asked)).toMatchObject([
    { kind: 'failed', failure: { code: 'missing_account' } },
    { kind: 'checked', follows: true },
  ]);
  expect(followCheck.readFailed?.(answerWith(items.slice(1), 30001), asked)).toBeUndefined();
});
