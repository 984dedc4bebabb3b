import { expect, test } from 'vitest';
import { z } from 'zod';
import { type ChatCommand, readShape } from '../../src/tencent/chat.ts';
import { followGetInfo } from '../../src/tencent/follow-get-info.ts';
import { accountsOf } from '../followstats/reports/sample-lookups.ts';
import { chatAnswering } from './chat-answering.ts';
import { answerOf, itemOf } from './follow-answer.ts';
import { errorOf } from './open-chat.ts';

interface PageOf {
  readonly account: string;
  readonly cursor: string;
}

const Page = z.object({ FollowList: z.array(z.object({ To_Account: z.string() })), NextCursor: z.string() });

/** A command of another shape than `followGetInfo`: one account, in whose own name is asked, and its answer comes in pages. */
const followGet: ChatCommand<PageOf, { readonly accounts: readonly string[]; readonly next: string | undefined }> = {
  name: 'follow_get',
  documentedPerSecond: 200,
  path: 'v4/follow/follow_get',
  write: ({ account, cursor }) => ({ From_Account: account, FollowType: 2, StartCursor: cursor }),
  read({ body }) {
    const { FollowList, NextCursor } = readShape(Page, body, 'follow_get');
    return { accounts: FollowList.map((item) => item.To_Account), next: NextCursor || undefined };
  },
};

const pageOf = (accounts: readonly string[], next: string) =>
  answerOf(undefined, { FollowList: accounts.map((account) => ({ To_Account: account })), NextCursor: next });

test('a command of another shape is signed, posted and read like any other, page by page', async () => {
  const { chat, requests } = chatAnswering(pageOf(['bob', 'carol'], 'page-2'), pageOf(['dave'], ''));
  const call = chat(followGet);
  expect(await call({ account: 'alice', cursor: '' })).toEqual({ accounts: ['bob', 'carol'], next: 'page-2' });
  expect(await call({ account: 'alice', cursor: 'page-2' })).toEqual({ accounts: ['dave'], next: undefined });
  expect(requests).toEqual([
    { path: '/v4/follow/follow_get', body: { From_Account: 'alice', FollowType: 2, StartCursor: '' } },
    { path: '/v4/follow/follow_get', body: { From_Account: 'alice', FollowType: 2, StartCursor: 'page-2' } },
  ]);
});

test('its signature is renewed once, and the repetition waits for a permit of its own', async () => {
  const lapsed = answerOf(undefined, { ActionStatus: 'FAIL', ErrorCode: 70001 });
  const { chat, requests } = chatAnswering(lapsed, pageOf(['bob'], ''));
  let further = 0;
  const answer = chat(followGet)(
    { account: 'alice', cursor: '' },
    {
      nextPermit: async () => {
        further += 1;
      },
    },
  );
  expect(await answer).toEqual({ accounts: ['bob'], next: undefined });
  expect([requests.length, further]).toEqual([2, 1]);
});

test('an unknown account fails alone: no other fault is looked for', async () => {
  const { chat, requests } = chatAnswering(answerOf(undefined, { ActionStatus: 'FAIL', ErrorCode: 30003 }));
  const { failure } = await errorOf(chat(followGet)({ account: 'ghost', cursor: '' }));
  expect(failure.code).toBe('missing_account');
  expect(requests).toHaveLength(1);
});

test('an answer of another shape fails by the command’s name and the places at fault', async () => {
  const { chat } = chatAnswering(answerOf(undefined, { FollowList: [{}], NextCursor: '' }));
  const error = await errorOf(chat(followGet)({ account: 'alice', cursor: '' }));
  expect(error.failure.code).toBe('upstream_changed');
  expect(error.message).toBe('follow_get answered another shape at FollowList.0.To_Account');
});

test.each<[code: number, ofEach: object, told: readonly number[]]>([
  [31_999, { FollowInfo: [itemOf('ghost', { ResultCode: 30_003 })] }, []],
  [31_999, {}, [31_999]],
  [30_005, { FollowInfo: [itemOf('ghost', { ResultCode: 30_005 })] }, [30_005]],
  [30_003, { FollowInfo: [itemOf('ghost', { ResultCode: 30_003 })] }, []],
])('of a call that fails with %i and says %j of its account an operator is told %j', async (code, ofEach, told) => {
  const { chat, faults } = chatAnswering(answerOf(undefined, { ActionStatus: 'FAIL', ErrorCode: code, ...ofEach }));
  await chat(followGetInfo)(accountsOf('ghost')).catch(() => {});
  expect(faults).toEqual(told);
});
