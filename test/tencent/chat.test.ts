import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { ACCOUNTS_PER_CALL } from '../../src/tencent/follow-get-info.ts';
import { manyAccounts } from '../followstats/reports/sample-lookups.ts';
import { withCaller } from './open-chat.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('one call answers for every account, with the numbers of who follows whom', () =>
  withCaller({ options: { now: () => 1234 } }, async ({ ask, server }) => {
    const answers = await ask('ghost', 'alice', 'bob');
    expect(answers).toEqual([
      { kind: 'failed', failure: { code: 'missing_account', upstream: expect.objectContaining({ code: 30003 }) } },
      { kind: 'found', followers: 2, following: 1, mutual: 1, readAt: 1234 },
      { kind: 'found', followers: 1, following: 1, mutual: 1, readAt: 1234 },
    ]);
    expect(server.calls).toMatchObject([{ code: 0, accounts: ['ghost', 'alice', 'bob'] }]);
  }));

test('as many accounts as one call may name are answered by one call', () => {
  const accounts = manyAccounts(ACCOUNTS_PER_CALL);
  return withCaller({ chat: { accounts, follows: [] } }, async ({ ask, server }) => {
    const answers = await ask(...accounts);
    expect(answers.map(({ kind }) => kind)).toEqual(accounts.map(() => 'found'));
    expect(server.calls).toHaveLength(1);
  });
});

test.each([
  [{ kind: 'shuffle' }, ['found', 'found']],
  [{ kind: 'double', account: 'alice' }, ['found', 'found']],
  [{ kind: 'drop', account: 'alice' }, ['incomplete_answer', 'found']],
  [{ kind: 'no-counts', account: 'alice' }, ['incomplete_answer', 'found']],
  [{ kind: 'account-code', account: 'alice', code: 30006 }, ['upstream_failed', 'found']],
] as const)('with %j alice and bob get %j', (fault, expected) =>
  withCaller({ faults: [fault] }, async ({ ask }) => {
    const answers = await ask('alice', 'bob');
    expect(answers.map((lookup) => (lookup.kind === 'found' ? 'found' : lookup.failure.code))).toEqual(expected);
  }),
);

test('each attempt has its own random, an unsigned 32-bit number', () => {
  const draws = [0, 0.25, 1 - 2 ** -53];
  return withCaller({ options: { random: () => draws.shift() ?? 0 } }, async ({ ask, server }) => {
    server.setFaults([{ kind: 'code', code: 70001, times: 1 }]);
    await ask('alice');
    await ask('alice');
    expect(server.calls.map(({ random }) => random)).toEqual(['0', String(2 ** 30), String(2 ** 32 - 1)]);
  });
});

test('many calls are signed once', () =>
  withCaller({}, async ({ ask, server }) => {
    await Promise.all([ask('alice'), ask('bob'), ask('carol')]);
    expect(new Set(server.calls.map(({ usersig }) => usersig)).size).toBe(1);
  }));

test('a signature that lapsed is made anew, and the call is answered', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const start = Date.now();
  // A clock that stood still, as a suspended machine's: the signature seems good.
  return withCaller({ options: { now: () => start } }, async ({ ask, server }) => {
    await ask('alice');
    vi.setSystemTime(start + 25 * 60 * 60 * 1000);
    expect(await ask('bob')).toHaveLength(1);
    expect(server.calls.map(({ code }) => code)).toEqual([0, 70001, 0]);
    expect(server.calls[2]?.usersig).not.toBe(server.calls[1]?.usersig);
  });
});

test.each([70001, 70052])('a call rejected with %i is repeated once and never a second time', (code) =>
  withCaller({ faults: [{ kind: 'code', code }] }, async ({ failure, server }) => {
    expect((await failure()).failure).toMatchObject({ code: 'needs_admin', upstream: { code } });
    expect(server.calls).toHaveLength(2);
  }),
);

test.each([70001, 70052])('a call rejected with %i once is answered by its repetition', (code) =>
  withCaller({ faults: [{ kind: 'code', code, times: 1 }] }, async ({ ask, server }) => {
    expect(await ask('alice')).toMatchObject([{ kind: 'found' }]);
    expect(server.calls.map((call) => call.code)).toEqual([code, 0]);
  }),
);

test.each([70003, 70005, 70009, 70013, 70014, 70050, 60007, 30006])('a call rejected with %i is not repeated', (code) =>
  withCaller({ faults: [{ kind: 'code', code }] }, async ({ failure, server }) => {
    expect((await failure()).failure.upstream?.code).toBe(code);
    expect(server.calls).toHaveLength(1);
  }),
);

test.each([
  [{ secretKey: 'f'.repeat(64) }, 70009],
  [{ admin: 'alice' }, 60010],
  [{ sdkAppId: 1400000001 }, 70020],
])('a wrong setting (%j) is refused with %i, after one call', (options, code) =>
  withCaller({ options }, async ({ failure, server }) => {
    expect((await failure()).failure.upstream?.code).toBe(code);
    expect(server.calls).toHaveLength(1);
  }),
);

test('connections are kept, also behind a gateway’s error', () =>
  withCaller({ faults: [{ kind: 'status', status: 502, times: 1 }] }, async ({ ask, failure, connections }) => {
    await failure();
    for (let n = 0; n < 10; n += 1) await ask('alice');
    // The pool takes a second one for a call made in the very turn that the one before is answered in.
    expect(connections()).toBeLessThanOrEqual(2);
  }));

test.each(['/chat', '/chat/'])('a proxy may serve Chat below a path such as %s', (prefix) =>
  withCaller({}, async ({ server }) => {
    const paths: string[] = [];
    const proxy = createServer((incoming, outgoing) => {
      const path = incoming.url ?? '';
      paths.push(path.split('?', 1)[0] as string);
      const options = { method: incoming.method, headers: incoming.headers };
      const onward = forward(server.url + path.replace('/chat/', '/'), options, (answer) => answer.pipe(outgoing));
      incoming.pipe(onward);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}${prefix}`;
    await withCaller({ options: { baseUrl } }, async ({ ask }) => {
      expect(await ask('alice')).toMatchObject([{ kind: 'found' }]);
    });
    expect(paths).toEqual(['/chat/v4/follow/follow_get_info']);
    proxy.closeAllConnections();
    proxy.close();
  }),
);

test('an asking account that Chat does not know is named as such, and not as every account missing', () =>
  withCaller({ options: { fromAccount: 'ghost' } }, async ({ failure, server }) => {
    const error = await failure();
    expect(error.failure).toMatchObject({ code: 'needs_admin', upstream: { code: 30003, about: 'from-account' } });
    expect(server.calls.map(({ accounts }) => accounts).at(-1)).toEqual(['ghost']);
    expect(server.calls).toHaveLength(2);
  }));

test('a whole call rejected with 30003 is the asked accounts’ matter when the asking one is known', () =>
  withCaller({ faults: [{ kind: 'poison', account: 'alice', code: 30003 }] }, async ({ failure, server }) => {
    expect((await failure()).failure.code).toBe('missing_account');
    expect((await failure()).failure.code).toBe('missing_account');
    expect(server.calls).toHaveLength(3);
  }));
