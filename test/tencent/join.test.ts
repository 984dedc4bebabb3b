import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lookup } from '../../src/followstats/types.ts';
import { joinAnswer } from '../../src/tencent/join.ts';
import { readAnswer } from '../../src/tencent/wire.ts';
import { accountsOf, manyAccounts } from '../followstats/reports/sample-lookups.ts';
import { answerOf, itemOf } from './follow-answer.ts';

const READ_AT = 1_700_000_000_000;
const asked = accountsOf('alice', 'bob');
const read: Lookup = { kind: 'found', followers: 3, following: 2, mutual: 1, readAt: READ_AT };
const incomplete: Lookup = { kind: 'failed', failure: { code: 'incomplete_answer' } };

/** What becomes of alice and bob when Chat answers this, in the order asked. */
function join(items: unknown, changes: Readonly<Record<string, unknown>> = {}) {
  const answers = joinAnswer(asked, readAnswer(answerOf(items, changes)), READ_AT);
  expect(answers).toHaveLength(asked.length);
  return answers;
}

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

test('null for the list fails every account', () => {
  expect(join(null)).toEqual([incomplete, incomplete]);
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

test('when the call failed but brought items, an account without one fails with the call’s code', () => {
  const [alice, bob] = join([itemOf('bob')], { ActionStatus: 'FAIL', ErrorCode: 30006 });
  expect(alice).toMatchObject({ kind: 'failed', failure: { code: 'upstream_failed', upstream: { code: 30006 } } });
  expect(bob).toEqual(read);
});

test.each(['__proto__', 'constructor', 'toString'])('%s is an account like any other', (id) => {
  const answers = joinAnswer(accountsOf(id), readAnswer(answerOf([itemOf('alice')])), READ_AT);
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
      const answers = joinAnswer(accounts, readAnswer(answerOf(items)), READ_AT);
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
