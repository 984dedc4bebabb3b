import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Nickname } from '../../src/followstats/names/ports.ts';
import type { FailedAccount } from '../../src/followstats/types.ts';
import { portraitGet } from '../../src/tencent/portrait-get.ts';
import { accountsOf } from '../followstats/reports/sample-lookups.ts';
import { chatAnswering } from './chat-answering.ts';
import { answerOf } from './follow-answer.ts';
import { errorOf } from './open-chat.ts';

const asked = accountsOf('alice', 'bob');
const named = (nickname: string | undefined): Nickname => ({ kind: 'found', nickname });
const incomplete: FailedAccount = { kind: 'failed', failure: { code: 'incomplete_answer' } };

const itemOf = (account: string, nickname?: unknown, more: object = {}) => ({
  To_Account: account,
  ProfileItem: nickname === undefined ? [] : [{ Tag: 'Tag_Profile_IM_Nick', Value: nickname }],
  ResultCode: 0,
  ResultInfo: '',
  ...more,
});

/** What becomes of alice and bob when Chat answers this, in the order asked. */
function join(items: unknown): readonly (Nickname | FailedAccount)[] {
  const body: unknown = JSON.parse(answerOf(undefined, { UserProfileItem: items }));
  return portraitGet.read({ code: 0, info: '', body, readAt: 1 }, asked);
}

test('it asks for nicknames and nothing else, in nobody’s name', async () => {
  const { chat, requests } = chatAnswering(answerOf(undefined, { UserProfileItem: [itemOf('alice', 'Alice')] }));
  expect(await chat(portraitGet)(accountsOf('alice'))).toEqual([named('Alice')]);
  expect(requests).toEqual([
    {
      path: '/v4/profile/portrait_get',
      body: { To_Account: ['alice'], TagList: ['Tag_Profile_IM_Nick'] },
    },
  ]);
});

test.each([
  ['in order', [itemOf('alice', 'A'), itemOf('bob', 'B')]],
  ['reordered', [itemOf('bob', 'B'), itemOf('alice', 'A')]],
  ['with one nobody asked for', [itemOf('mallory', 'M'), itemOf('alice', 'A'), itemOf('bob', 'B')]],
  [
    'with one doubled, first without an answer',
    [itemOf('alice', 'x', { ResultCode: 40006 }), itemOf('alice', 'A'), itemOf('bob', 'B')],
  ],
  [
    'beside other tags',
    [
      itemOf('alice', 'A', {
        ProfileItem: [{ Tag: 'Tag_Profile_IM_Image', Value: 'x' }, { Tag: 'Tag_Profile_IM_Nick', Value: 'A' }, 7],
      }),
      itemOf('bob', 'B'),
    ],
  ],
])('items that come %s are joined to their accounts', (_, items) => {
  expect(join(items)).toEqual([named('A'), named('B')]);
});

test.each([
  ['an empty nickname', itemOf('alice', '')],
  ['no nickname', itemOf('alice')],
  ['no profile', itemOf('alice', undefined, { ProfileItem: undefined })],
  ['a nickname that is no text', itemOf('alice', 7)],
])('%s is no name', (_, item) => {
  expect(join([item, itemOf('bob', 'B')])).toEqual([named(undefined), named('B')]);
});

test.each([
  ['that is missing', undefined, incomplete],
  ['that names no account', itemOf('alice', 'A', { To_Account: 7 }), incomplete],
  ['of another case', itemOf('Alice', 'A'), incomplete],
  [
    'that failed, without a profile',
    itemOf('alice', undefined, { ProfileItem: undefined, ResultCode: 40003, ResultInfo: 'Err' }),
    { kind: 'failed', failure: { code: 'missing_account', upstream: { code: 40003, info: undefined } } },
  ],
  [
    'without a code',
    itemOf('alice', 'A', { ResultCode: '0' }),
    { kind: 'failed', failure: { code: 'upstream_changed' } },
  ],
])('an item %s fails its account and no other', (_, item, failure) => {
  expect(join([...(item ? [item] : []), itemOf('bob', 'B')])).toEqual([failure, named('B')]);
});

test('a list of another kind is another shape, told without what it held', () => {
  expect(() => join('secret')).toThrow('portrait_get answered another shape at UserProfileItem');
});

test('whatever the items are, each account has one answer', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.anything(),
          fc.record({
            To_Account: fc.constantFrom('alice', 'bob'),
            ResultCode: fc.anything(),
            ProfileItem: fc.anything(),
          }),
        ),
      ),
      (items) => {
        const body = { UserProfileItem: items };
        const answers = portraitGet.read({ code: 0, info: '', body, readAt: 1 }, asked);
        expect(answers.map(({ kind }) => kind === 'found' || kind === 'failed')).toEqual([true, true]);
      },
    ),
  );
});

test.each([
  [40003, 'missing_account'],
  [40006, 'upstream_failed'],
  [40007, 'needs_admin'],
])('a call that is answered by %i fails as a whole with %s', async (code, failure) => {
  const { chat } = chatAnswering(answerOf(undefined, { ActionStatus: 'FAIL', ErrorCode: code }));
  expect((await errorOf(chat(portraitGet)(asked))).failure.code).toBe(failure);
});
