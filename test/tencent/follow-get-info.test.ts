import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lookup } from '../../src/followstats/types.ts';
import type { ChatAnswer } from '../../src/tencent/chat.ts';
import { followGetInfo } from '../../src/tencent/follow-get-info.ts';
import { accountsOf, manyAccounts } from '../followstats/reports/sample-lookups.ts';
import { answerOf, itemOf } from './follow-answer.ts';

const READ_AT = 1_700_000_000_000;
const asked = accountsOf('alice', 'bob');
const read: Lookup = { kind: 'found', followers: 3, following: 2, mutual: 1, readAt: READ_AT };
const incomplete: Lookup = { kind: 'failed', failure: { code: 'incomplete_answer' } };

/** A whole answer, as its JSON is read. */
function answerWith(items: unknown, code = 0): ChatAnswer {
  const body: unknown = JSON.parse(answerOf(items, { ErrorCode: code }));
  return { code, info: '', body, readAt: READ_AT };
}

/** What becomes of alice and bob when Chat answers this, in the order asked. */
function join(items: unknown): readonly Lookup[] {
  const answers = followGetInfo.read(answerWith(items), asked);
  expect(answers).toHaveLength(asked.length);
  return answers;
}

test('a request names who asks and who is asked about', () => {
  expect(followGetInfo.write(accountsOf('alice', 'r&d "labs"'), 'administrator')).toEqual({
    From_Account: 'administrator',
    To_Account: ['alice', 'r&d "labs"'],
  });
});

test('the probe asks about the asking account alone', () => {
  expect(followGetInfo.probe?.('administrator')).toEqual({
    From_Account: 'administrator',
    To_Account: ['administrator'],
  });
});

test.each([
  ['in order', [itemOf('alice'), itemOf('bob')]],
  ['reordered', [itemOf('bob'), itemOf('alice')]],
  ['with one nobody asked for', [itemOf('mallory'), itemOf('alice'), itemOf('bob')]],
  ['with one doubled', [itemOf('alice'), itemOf('alice'), itemOf('bob')]],
])('items that come %s are joined to their accounts', (_, items) => {
  expect(join(items)).toEqual([read, read]);
});

test('an account is not joined to the item of another: numbers stay with their owner', () => {
  const items = [itemOf('bob', { FollowerCount: 7 }), itemOf('alice', { FollowerCount: 0 })];
  const followers = join(items).map((lookup) => lookup.kind === 'found' && lookup.followers);
  expect(followers).toEqual([0, 7]);
});

test.each([
  ['missing', []],
  [
    'without any count',
    [itemOf('alice', { FollowerCount: undefined, FollowingCount: undefined, MutualFollowingCount: undefined })],
  ],
  ['without one count', [itemOf('alice', { MutualFollowingCount: undefined })]],
  ['with a negative count', [itemOf('alice', { FollowerCount: -1 })]],
  ['with a count in text', [itemOf('alice', { FollowingCount: '2' })]],
  ['of another case', [itemOf('Alice')]],
])('an item %s fails its account and no other', (_, items) => {
  expect(join([...items, itemOf('bob')])).toEqual([incomplete, read]);
});

test.each([null, undefined, []])('a list of %j fails every account', (items) => {
  expect(join(items)).toEqual([incomplete, incomplete]);
});

test('a list that is none is another shape than documented', () => {
  expect(() => join({ alice: itemOf('alice') })).toThrow('follow_get_info answered another shape at FollowInfo');
});

test.each([-1, 1.5, '3', null, undefined, true, {}, 2 ** 53])('a count of %j is no count, and never 0', (count) => {
  expect(join([itemOf('alice', { FollowerCount: count }), itemOf('bob')])).toEqual([incomplete, read]);
});

test('fields that no document lists, and texts that are left out, change nothing', () => {
  const changes = { ResultInfo: null, Extra: 1 };
  expect(join([itemOf('alice', changes), itemOf('bob', { ResultInfo: undefined })])).toEqual([read, read]);
});

test('an item of another shape is the fault of its account alone', () => {
  const broken = itemOf('bob', { ResultCode: 'of-the-value' });
  const changed: Lookup = { kind: 'failed', failure: { code: 'upstream_changed' } };
  expect(join([null, itemOf('alice'), 'text', { To_Account: 42 }, broken])).toEqual([read, changed]);
});

test('an item with a code fails with it, even when it holds counts', () => {
  const [alice, bob] = join([itemOf('alice', { ResultCode: 30003, ResultInfo: 'none' }), itemOf('bob')]);
  expect(alice).toMatchObject({ kind: 'failed', failure: { code: 'missing_account', upstream: { code: 30003 } } });
  expect(bob).toEqual(read);
});

test('of a doubled item the one that was read counts, whichever comes first', () => {
  const failed = itemOf('alice', { ResultCode: 30006 });
  expect(join([failed, itemOf('alice'), itemOf('bob')])).toEqual([read, read]);
  expect(join([itemOf('alice'), failed, itemOf('bob')])).toEqual([read, read]);
});

test('when the call failed, items that answer for every account are the better answer', () => {
  const failed = itemOf('alice', { ResultCode: 30006 });
  const answers = followGetInfo.readFailed?.(answerWith([itemOf('bob'), failed], 30001), asked);
  expect(answers?.[0]).toMatchObject({ failure: { code: 'upstream_failed', upstream: { code: 30006 } } });
  expect(answers?.[1]).toEqual(read);
});

test.each([null, [], [itemOf('bob')]])('when the call failed, items %j that leave one out are no answer', (items) => {
  expect(followGetInfo.readFailed?.(answerWith(items, 30006), asked)).toBeUndefined();
});

test.each(['__proto__', 'constructor', 'toString'])('%s is an account like any other', (id) => {
  const answers = followGetInfo.read(answerWith([itemOf('alice')]), accountsOf(id));
  expect(answers).toEqual([incomplete]);
});

test('whatever items come, each account asked about is answered once, in the order asked', () => {
  const accounts = manyAccounts(5);
  const item = fc
    .constantFrom(...accounts, 'mallory')
    .chain((account) =>
      fc
        .record({ ResultCode: fc.constantFrom(0, 30003), FollowerCount: fc.constantFrom(0, -1, 5, undefined) })
        .map((changes) => itemOf(account, changes)),
    );
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), (items) => {
      const answers = followGetInfo.read(answerWith(items), accounts);
      expect(answers).toHaveLength(accounts.length);
      for (const [place, lookup] of answers.entries()) {
        const account = accounts[place];
        const own = items.filter(({ To_Account }) => To_Account === account);
        const isRead = own.some(({ ResultCode, FollowerCount }) => ResultCode === 0 && (FollowerCount ?? -1) >= 0);
        expect(lookup.kind).toBe(isRead ? 'found' : 'failed');
      }
    }),
  );
});

const odd = fc.constantFrom(null, -1, 1.5, '3', true, {}, [], 2 ** 53);
const field = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 8, arbitrary }, { weight: 1, arbitrary: odd }, { weight: 1, arbitrary: fc.constant(undefined) });
const anyItem = fc.record({
  To_Account: field(fc.constantFrom('alice', 'bob', 'mallory')),
  ResultCode: field(fc.constantFrom(0, 30003, 30006)),
  ResultInfo: field(fc.oneof(fc.string(), fc.constant(null))),
  FollowerCount: field(fc.nat()),
  FollowingCount: field(fc.nat()),
  MutualFollowingCount: field(fc.nat()),
  Extra: field(fc.string()),
});

test('an item is read the same whether its neighbours are as documented or not', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 20 }), (items) => {
      const answers = join(items);
      for (const stranger of [null, 'text', { To_Account: 42 }]) {
        expect(join([...items, stranger])).toEqual(answers);
        expect(join([stranger, ...items])).toEqual(answers);
      }
    }),
  );
});

test('an account is found with what its item says when that is as documented, and with nothing else', () => {
  const toCount = (count: unknown) => (Number.isSafeInteger(count) && (count as number) >= 0 ? count : undefined);
  fc.assert(
    fc.property(anyItem, (item) => {
      const [, bob] = join([itemOf('alice'), { ...item, To_Account: 'bob' }]);
      const counts = [item.FollowerCount, item.FollowingCount, item.MutualFollowingCount].map(toCount);
      const isFound = item.ResultCode === 0 && counts.every((count) => count !== undefined);
      const [followers, following, mutual] = counts;
      if (isFound) expect(bob).toEqual({ kind: 'found', followers, following, mutual, readAt: READ_AT });
      else expect(bob?.kind).toBe('failed');
    }),
  );
});
