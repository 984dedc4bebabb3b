import { expect, test } from 'vitest';
import type { ChatServer, ChatServerOptions } from '../../../src/demo/chat/server.ts';
import { ask, askCommand, asking, NOON, withChat } from './chat-client.ts';

interface Page {
  readonly FollowItem: readonly {
    readonly To_Account: string;
    readonly FollowTime: number;
    readonly ProfileItem: readonly { readonly Tag: string; readonly Value: string }[];
  }[];
  readonly NextCursor: string;
  readonly ErrorCode: number;
}

const list = async (server: ChatServer, body: object): Promise<Page> =>
  (await askCommand(server, 'follow_get', { From_Account: 'alice', FollowType: 1, StartCursor: '', ...body })) as never;

/** All pages of a list, as a client reads them. */
async function walk(server: ChatServer, body: { readonly WantNum?: number; readonly FollowType?: number } = {}) {
  const pages: Page[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; cursor = pages.at(-1)?.NextCursor || undefined) {
    pages.push(await list(server, { ...body, StartCursor: cursor }));
  }
  return { sizes: pages.map((page) => page.FollowItem.length), items: pages.flatMap((page) => page.FollowItem) };
}

test('the fans of an account come with since when, and with their nickname if they have one', () =>
  withChat(
    {
      nicknameOf: (id) => (id === 'carol' ? '*Carol* <!channel>' : undefined),
      follows: [
        ['bob', 'alice', NOON - 86_400_500],
        ['carol', 'alice'],
      ],
    },
    async (server) => {
      expect(await list(server, {})).toEqual({
        FollowItem: [
          {
            To_Account: 'carol',
            FollowTime: NOON / 1000,
            ProfileItem: [{ Tag: 'Tag_Profile_IM_Nick', Value: '*Carol* <!channel>' }],
          },
          { To_Account: 'bob', FollowTime: NOON / 1000 - 86_401, ProfileItem: [] },
        ],
        NextCursor: '',
        ActionStatus: 'OK',
        ErrorCode: 0,
        ErrorInfo: '',
        ErrorDisplay: '',
      });
      expect(server.calls).toMatchObject([{ command: 'follow_get', from: 'alice', accounts: ['alice'] }]);
    },
  ));

test.each([
  [1, ['carol', 'bob']],
  [2, ['bob']],
  [3, ['bob']],
])('FollowType %i lists %j', (FollowType, accounts) =>
  withChat({}, async (server) => {
    const { FollowItem } = await list(server, { FollowType });
    expect(FollowItem.map((item) => item.To_Account)).toEqual(accounts);
  }),
);

test.each<[name: string, code: number, body: object]>([
  ['no From_Account', 30001, { From_Account: undefined }],
  ['an unknown From_Account', 30003, { From_Account: 'ghost' }],
  ['a From_Account that is no string', 60015, { From_Account: 7 }],
  ['no FollowType', 30001, { FollowType: undefined }],
  ['FollowType 0', 30001, { FollowType: 0 }],
  ['FollowType 4', 30001, { FollowType: 4 }],
  ['FollowType as text', 30001, { FollowType: '1' }],
  ['no StartCursor', 30001, { StartCursor: undefined }],
  ['a made-up StartCursor', 30001, { StartCursor: 'abc' }],
  ['WantNum 0', 30001, { WantNum: 0 }],
  ['WantNum 1.5', 30001, { WantNum: 1.5 }],
  ['WantNum 1001', 30001, { WantNum: 1001 }],
  ['WantNum 1000', 0, { WantNum: 1000 }],
  ['no WantNum', 0, {}],
])('%s: %i', (_, code, body) =>
  withChat({}, async (server) => {
    const answer = await list(server, body);
    expect(answer.ErrorCode).toBe(code);
    expect('FollowItem' in answer).toBe(code === 0);
  }),
);

test('the cursor of one list is none of another', () =>
  withChat({ audience: () => 3 }, async (server) => {
    const { NextCursor } = await list(server, { WantNum: 1 });
    expect((await list(server, { StartCursor: NextCursor, WantNum: 1 })).ErrorCode).toBe(0);
    expect((await list(server, { StartCursor: NextCursor, FollowType: 2 })).ErrorCode).toBe(30001);
  }));

test.each([
  [5000, 1000, 6],
  [100_000, 1000, 101],
  [250, undefined, 3],
])(
  'a walk through %i fans and two relations, %s a page, takes %i calls and meets each fan once',
  (audience, WantNum, calls) =>
    withChat({ audience: (id) => (id === 'alice' ? audience : 0) }, async (server) => {
      const started = performance.now();
      const { sizes, items } = await walk(server, WantNum ? { WantNum } : {});
      expect(sizes).toHaveLength(calls);
      expect(new Set(items.map((item) => item.To_Account)).size).toBe(audience + 2);
      const { FollowInfo } = await ask(server, { body: asking('alice') });
      expect(FollowInfo?.[0]?.FollowerCount).toBe(items.length);
      const times = items.slice(2).map((item) => item.FollowTime);
      expect(times).toEqual(times.toSorted((a, b) => b - a));
      expect(performance.now() - started).toBeLessThan(3000);
    }),
);

test('who comes and goes during a walk moves no page', () =>
  withChat({ audience: (id) => (id === 'alice' ? 6 : 0) }, async (server) => {
    const first = await list(server, { WantNum: 3 });
    const before = (await list(server, {})).FollowItem.map((item) => item.To_Account);
    server.addAccount('dave');
    server.follow('dave', 'alice');
    server.unfollow('carol', 'alice');
    const second = await list(server, { WantNum: 3, StartCursor: first.NextCursor });
    expect(second.FollowItem.map((item) => item.To_Account)).toEqual(before.slice(3, 6));
  }));

test('a member of the audience is an account like any other', () =>
  withChat({ audience: (id) => (id === 'alice' ? 5 : 0) }, async (server) => {
    const fan = (await list(server, {})).FollowItem.at(-1)?.To_Account;
    expect((await ask(server, { body: asking(fan) })).FollowInfo?.[0]).toMatchObject({
      FollowerCount: 0,
      FollowingCount: 1,
      MutualFollowingCount: 0,
    });
    const following = await list(server, { From_Account: fan, FollowType: 2 });
    expect(following.FollowItem.map((item) => item.To_Account)).toEqual(['alice']);
    const check = await askCommand(server, 'follow_check', { From_Account: 'alice', To_Account: [fan] });
    expect(check.ResultItem).toMatchObject([{ FollowType: 1 }]);
  }));

const small: Partial<ChatServerOptions> = { audience: (id) => (id === 'alice' ? 500 : 0) };

test.each([
  ['rejected', { ...small, largestPage: { accounts: 100, above: 'reject' } }, 30001, undefined],
  ['cut', { ...small, largestPage: { accounts: 100, above: 'cut' } }, 0, 100],
] as const)('a page above the largest one granted is %s', (_, options, code, size) =>
  withChat(options, async (server) => {
    const page = await list(server, { WantNum: 1000 });
    expect([page.ErrorCode, page.FollowItem?.length]).toEqual([code, size]);
    expect((await list(server, { WantNum: 100 })).FollowItem).toHaveLength(100);
  }),
);

test('faults spoil a list and its cursor', () =>
  withChat(small, async (server) => {
    const { NextCursor } = await list(server, {});
    server.setFaults([{ kind: 'stuck-cursor', times: 1 }]);
    expect((await list(server, { StartCursor: NextCursor })).NextCursor).toBe(NextCursor);
    server.setFaults([{ kind: 'garbled-cursor', times: 1 }]);
    expect((await list(server, {})).NextCursor).toBe(7);
    server.setFaults([{ kind: 'garbled', times: 1 }]);
    expect((await list(server, { WantNum: 1 })).FollowItem).toEqual([
      { To_Account: 'carol', FollowTime: `${NOON / 1000} or so`, ProfileItem: null },
    ]);
    server.setFaults([{ kind: 'drop', account: 'carol', times: 1 }]);
    expect((await list(server, {})).FollowItem[0]?.To_Account).toBe('bob');
    server.setFaults([{ kind: 'account-code', account: 'alice', code: 30006 }]);
    expect((await list(server, {})).ErrorCode).toBe(30006);
    expect((await list(server, { From_Account: 'bob' })).ErrorCode).toBe(0);
  }));
