import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RelationKind } from '../../src/followstats/relations/ports.ts';
import type { ChatAnswer } from '../../src/tencent/chat.ts';
import { followGet } from '../../src/tencent/follow-get.ts';
import { accountsOf } from '../followstats/reports/sample-lookups.ts';
import { answerOf } from './follow-answer.ts';

const READ_AT = 1_700_000_000_000;
const [alice] = accountsOf('alice') as [ReturnType<typeof accountsOf>[number]];

/** One account of a list as Chat sends it; `changes` may take fields away with `undefined`. */
const itemOf = (account: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  To_Account: account,
  FollowTime: 1_702_262_118,
  ProfileItem: [
    { Tag: 'Tag_Profile_IM_Image', Value: 'https://example.com/1.png' },
    { Tag: 'Tag_Profile_IM_Nick', Value: `Name of ${account}` },
  ],
  profile_sequence: 3,
  ...changes,
});

function read(items: unknown, { next = '', cursor = '' }: { readonly next?: unknown; readonly cursor?: string } = {}) {
  const body: unknown = JSON.parse(answerOf(undefined, { FollowItem: items, NextCursor: next }));
  const answer: ChatAnswer = { code: 0, info: '', body, readAt: READ_AT };
  return followGet.read(answer, { account: alice, kind: 'fans', cursor, count: 1000 });
}

test.each<[RelationKind, number]>([
  ['fans', 1],
  ['following', 2],
  ['mutual', 3],
])('a request for %s asks in the name of the account itself', (kind, type) => {
  expect(followGet.write({ account: alice, kind, cursor: 'c 1', count: 1000 }, 'administrator')).toEqual({
    ...{ From_Account: 'alice', FollowType: type, StartCursor: 'c 1', WantNum: 1000 },
  });
});

test('a page has its accounts, since when in milliseconds, their nicknames, and what the next is asked by', () => {
  expect(read([itemOf('bob'), itemOf('carol')], { next: 'page-2' })).toEqual({
    relations: [
      { account: 'bob', since: 1_702_262_118_000, name: 'Name of bob' },
      { account: 'carol', since: 1_702_262_118_000, name: 'Name of carol' },
    ],
    unreadable: 0,
    next: 'page-2',
    readAt: READ_AT,
  });
});

test.each(['', null, undefined])('a next cursor of %j is the end', (next) => {
  expect(read([itemOf('bob')], { next }).next).toBeUndefined();
});

test.each([null, undefined, []])('a list of %j is an empty one', (items) => {
  expect(read(items)).toMatchObject({ relations: [], unreadable: 0, next: undefined });
});

test('a page that names itself as the next is no answer: it would be asked for without end', () => {
  expect(() => read([itemOf('bob')], { next: 'page-2', cursor: 'page-2' })).toThrow('named a page as its own next');
});

test.each([0, -1, 1.5, '1702262118', null, undefined, 9e12, 2 ** 53])(
  'a time of %j says nothing, and never 1970',
  (FollowTime) => {
    expect(read([itemOf('bob', { FollowTime })]).relations).toEqual([
      { account: 'bob', since: undefined, name: 'Name of bob' },
    ]);
  },
);

test.each([
  ['none', undefined],
  ['an empty one', [{ Tag: 'Tag_Profile_IM_Nick', Value: '' }]],
  ['another tag', [{ Tag: 'Tag_Profile_IM_Image', Value: 'x' }]],
  ['a number', [{ Tag: 'Tag_Profile_IM_Nick', Value: 7 }]],
  ['no list', 'text'],
  ['no objects', [null, 'text', 7]],
])('a profile with %s has no name', (_, ProfileItem) => {
  expect(read([itemOf('bob', { ProfileItem })]).relations).toMatchObject([{ account: 'bob', name: undefined }]);
});

test.each([
  ['nothing', null],
  ['text', 'bob'],
  ['no name', itemOf('', { To_Account: undefined })],
  ['an empty name', itemOf('')],
  ['a number for a name', itemOf('bob', { To_Account: 42 })],
  ['a name no UserID can be', itemOf('böb')],
  ['a name longer than a UserID', itemOf('b'.repeat(33))],
])('an item of %s is no account: it is counted, and costs no other', (_, item) => {
  expect(read([item, itemOf('carol')])).toMatchObject({ relations: [{ account: 'carol' }], unreadable: 1 });
});

test('an account that comes twice in a page is in it once', () => {
  const { relations, unreadable } = read([itemOf('bob'), itemOf('carol'), itemOf('bob', { FollowTime: 1 })]);
  expect([relations.map(({ account }) => account), unreadable]).toEqual([['bob', 'carol'], 0]);
  expect(relations[0]?.since).toBe(1_702_262_118_000);
});

test.each([{ bob: 1 }, 'bob', 7])('a list that is none (%j) is another shape than documented', (items) => {
  expect(() => read(items)).toThrow('follow_get answered another shape at FollowItem');
});

test('a cursor that is no text is another shape than documented', () => {
  expect(() => read([], { next: 7 })).toThrow('follow_get answered another shape at NextCursor');
});

test('whatever items come, each is an account once, or counted, or another of the same account', () => {
  const any = fc.oneof(
    fc.constantFrom('bob', 'carol', '__proto__').map((account) => itemOf(account)),
    fc.constantFrom('bob', 'carol').map((account) => itemOf(account, { FollowTime: null, ProfileItem: [null] })),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 30 }), (items) => {
      const { relations, unreadable } = read(items);
      const names = relations.map(({ account }) => account);
      expect(new Set(names).size).toBe(names.length);
      expect(names.length + unreadable).toBeLessThanOrEqual(items.length);
      for (const { since, name } of relations) {
        expect(since === undefined || since > 0).toBe(true);
        expect(name).not.toBe('');
      }
    }),
  );
});
