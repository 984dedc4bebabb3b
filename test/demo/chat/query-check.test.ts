import { expect, test } from 'vitest';
import { ADMIN, APP, type Ask, ask, codeOf, createClock, NOON, send, signUserSig, withChat } from './chat-client.ts';

const otherKey = 'f'.repeat(64);

test.each<[name: string, code: number, ask: Ask]>([
  ['another method', 60002, { method: 'GET' }],
  ['another path', 60009, { path: '/v4/follow/follow_something' }],
  ['the path with other capitals', 60009, { path: '/v4/follow/Follow_Get_Info' }],
  ['no sdkappid', 60012, { query: { sdkappid: undefined } }],
  ['an sdkappid in other capitals', 60012, { query: { sdkappid: undefined, SdkAppid: String(APP) } }],
  ['an sdkappid that is no number', 60006, { query: { sdkappid: 'mine' } }],
  ['the sdkappid of an unknown app', 70020, { query: { sdkappid: '1400000001' } }],
  ['no contenttype', 60025, { query: { contenttype: undefined } }],
  ['a contenttype other than json', 60025, { query: { contenttype: 'JSON' } }],
  ['no identifier', 60025, { query: { identifier: undefined } }],
  ['no random', 60002, { query: { random: undefined } }],
  ['a negative random', 60002, { query: { random: '-1' } }],
  ['a random beyond 32 bits', 60002, { query: { random: '4294967296' } }],
  ['no usersig', 70002, { query: { usersig: undefined } }],
  ['a malformed usersig', 70003, { query: { usersig: 'nonsense' } }],
  ['a usersig made with another key', 70009, { query: { usersig: signUserSig({ key: otherKey }) } }],
  ['a usersig of another account', 70013, { query: { usersig: signUserSig({ identifier: 'alice' }) } }],
  ['a usersig for another app', 70014, { query: { usersig: signUserSig({ sdkAppId: 1400000001 }) } }],
  ['an expired usersig', 70001, { query: { usersig: signUserSig({ time: NOON / 1000 - 60, expire: 60 }) } }],
  [
    'a good usersig of no admin',
    60010,
    { query: { identifier: 'alice', usersig: signUserSig({ identifier: 'alice' }) } },
  ],
])('%s is refused with %i', (_, code, what) =>
  withChat({}, async (server) => {
    const response = await send(server, what);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ActionStatus: 'FAIL',
      ErrorCode: code,
      ErrorInfo: expect.stringMatching(/./),
      ErrorDisplay: '',
    });
    expect(server.calls).toMatchObject([{ code, accounts: what.method === 'GET' ? [] : ['alice'] }]);
  }),
);

test.each(['0', '4294967295'])('%s is a random that the service takes', (random) =>
  withChat({}, async (server) => {
    expect(await codeOf(server, { query: { random } })).toBe(0);
    expect(server.calls[0]?.random).toBe(random);
  }),
);

test('a usersig serves until the second it expires', () =>
  withChat({}, async (server) => {
    const lasting = signUserSig({ time: NOON / 1000 - 59, expire: 60 });
    expect(await codeOf(server, { query: { usersig: lasting } })).toBe(0);
    expect(server.calls).toMatchObject([{ at: NOON, usersig: lasting }]);
  }));

test('any of several admins may call', () =>
  withChat({ admins: [ADMIN, 'second admin'] }, async (server) => {
    const usersig = signUserSig({ identifier: 'second admin' });
    expect(await codeOf(server, { query: { identifier: 'second admin', usersig } })).toBe(0);
  }));

test('ten bad signatures within a minute lock good ones out too, for a minute', async () => {
  const clock = createClock();
  await withChat({ now: clock.now }, async (server) => {
    const bad = { query: { usersig: signUserSig({ key: otherKey }) } };
    for (let tries = 0; tries < 10; tries += 1) expect(await codeOf(server, bad)).toBe(70009);

    expect(await codeOf(server, bad)).toBe(70050);
    clock.move(59_999);
    expect((await ask(server)).ErrorCode).toBe(70050);
    clock.move(1);
    expect(await codeOf(server)).toBe(0);
  });
});

test('bad signatures spread over more than a minute lock no one out', async () => {
  const clock = createClock();
  await withChat({ now: clock.now }, async (server) => {
    for (let tries = 0; tries < 20; tries += 1) {
      expect(await codeOf(server, { query: { usersig: 'nonsense' } })).toBe(70003);
      clock.move(6_700);
    }
    expect(await codeOf(server)).toBe(0);
  });
});

test('expired signatures are not counted as bad ones', () =>
  withChat({}, async (server) => {
    const expired = { query: { usersig: signUserSig({ time: 1, expire: 1 }) } };
    for (let tries = 0; tries < 12; tries += 1) expect(await codeOf(server, expired)).toBe(70001);
  }));
