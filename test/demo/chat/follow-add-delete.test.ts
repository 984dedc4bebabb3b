import { expect, test } from 'vitest';
import type { ChatServer } from '../../../src/demo/chat/server.ts';
import { ask, askCommand, asking, withChat } from './chat-client.ts';

const add = (server: ChatServer, from: string, ...to: readonly unknown[]) =>
  askCommand(server, 'follow_add', { From_Account: from, FollowItem: to.map((id) => ({ To_Account: id })) });
const remove = (server: ChatServer, from: string, ...to: readonly unknown[]) =>
  askCommand(server, 'follow_delete', { From_Account: from, To_Account: to });
const codes = ({ ResultItem }: Awaited<ReturnType<typeof add>>) =>
  (ResultItem as readonly { To_Account: string; ResultCode: number }[]).map((item) => item.ResultCode);

test('what is followed and no more followed shows in the counts', () =>
  withChat({}, async (server) => {
    const counts = async () => (await ask(server, { body: asking('carol') })).FollowInfo?.[0];
    expect(await add(server, 'alice', 'carol')).toMatchObject({
      ResultItem: [{ To_Account: 'carol', ResultCode: 0, ResultInfo: '' }],
      ErrorCode: 0,
    });
    expect(await counts()).toMatchObject({ FollowerCount: 1, MutualFollowingCount: 1 });
    expect(codes(await remove(server, 'alice', 'carol'))).toEqual([0]);
    expect(await counts()).toMatchObject({ FollowerCount: 0, MutualFollowingCount: 0 });
    expect(server.calls).toContainEqual(
      expect.objectContaining({ command: 'follow_add', from: 'alice', accounts: ['carol'] }),
    );
  }));

test('each account has its own result, and to do it again is a success', () =>
  withChat({}, async (server) => {
    expect(codes(await add(server, 'alice', 'carol', 'ghost', 'alice', 'carol'))).toEqual([0, 30003, 30001, 0]);
    expect(codes(await remove(server, 'alice', 'carol', 'ghost', 'carol'))).toEqual([0, 30003, 0]);
  }));

test('past 5,000 followed accounts each further one fails with 32100', async () => {
  const others = Array.from({ length: 5000 }, (_, index) => `user_${index}`);
  await withChat(
    { accounts: ['alice', 'bob', ...others], follows: others.map((to) => ['alice', to] as const) },
    async (server) => {
      expect(codes(await add(server, 'alice', 'bob', 'user_7'))).toEqual([32100, 0]);
    },
  );
});

const many = Array.from({ length: 21 }, (_, index) => `user_${index}`);

test.each([
  ['an unknown From_Account', 30003, 'ghost', ['bob']],
  ['21 accounts', 30001, 'alice', many],
  ['20 accounts', 0, 'alice', many.slice(1)],
  ['no account', 30001, 'alice', []],
  ['a number', 60015, 'alice', [7]],
])('%s: %i', (_, code, from, to) =>
  withChat({}, async (server) => {
    expect((await add(server, from, ...to)).ErrorCode).toBe(code);
    expect((await remove(server, from, ...to)).ErrorCode).toBe(code);
  }),
);

test.each([undefined, 'bob', ['bob'], [null]])('FollowItem %j fails the call', (FollowItem) =>
  withChat({}, async (server) => {
    const { ErrorCode } = await askCommand(server, 'follow_add', { From_Account: 'alice', FollowItem });
    expect(ErrorCode).toBe(Array.isArray(FollowItem) ? 60015 : 30001);
  }),
);
