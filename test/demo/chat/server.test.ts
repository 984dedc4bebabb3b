import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { expect, test } from 'vitest';
import { createFollowGraphSeed } from '../../../src/demo/chat/seed.ts';
import { type ChatServer, createChatServer } from '../../../src/demo/chat/server.ts';
import { ADMIN, APP, ask, asking, codeOf, createClock, KEY, send, withChat } from './chat-client.ts';

test('more calls in a second than allowed are refused, wherever the second begins', async () => {
  const clock = createClock();
  await withChat({ now: clock.now, maxCallsPerSecond: 3 }, async (server) => {
    expect(await codeOf(server)).toBe(0);
    clock.move(900);
    expect([await codeOf(server), await codeOf(server), await codeOf(server)]).toEqual([0, 0, 60007]);
    clock.move(100);
    expect([await codeOf(server), await codeOf(server)]).toEqual([0, 60007]);
    clock.move(900);
    expect([await codeOf(server), await codeOf(server), await codeOf(server)]).toEqual([0, 0, 60007]);
  });
});

test('two hundred calls fit into a second, and the next does not', () =>
  withChat({}, async (server) => {
    const codes = await Promise.all(Array.from({ length: 201 }, () => codeOf(server)));
    expect(codes.filter((code) => code === 0)).toHaveLength(200);
    expect(codes.filter((code) => code === 60007)).toHaveLength(1);
  }));

test('calls share a connection that the client keeps', () =>
  withChat({}, async (server) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const callOnce = async () => {
      const call = request(`${server.url}/`, { agent, method: 'POST' });
      call.end();
      const [response] = await once(call, 'response');
      response.resume();
      await once(response, 'end');
      return call.reusedSocket;
    };
    expect([await callOnce(), await callOnce(), await callOnce()]).toEqual([false, true, true]);
    agent.destroy();
  }));

/** Resolves when the server has decided about a call; its answer may be yet to come. */
async function untilCalled(server: ChatServer): Promise<void> {
  while (server.calls.length === 0) await new Promise(setImmediate);
}

test.each([
  ['hangs', { kind: 'hang' }],
  ['is slow', { kind: 'slow', ms: 600_000 }],
] as const)('closing ends at once while a call %s', async (_, fault) => {
  await withChat({}, async (server) => {
    server.setFaults([fault]);
    const call = send(server).catch((error: unknown) => error);
    await untilCalled(server);
    await server.close();
    expect(await call).toBeInstanceOf(TypeError);
  });
});

test('a client that leaves early disturbs no other', () =>
  withChat({ latencyMs: () => 20 }, async (server) => {
    const leaving = new AbortController();
    const left = send(server, { signal: leaving.signal }).catch((error: unknown) => error);
    await untilCalled(server);
    leaving.abort();
    expect(await left).toBeInstanceOf(DOMException);
    expect(await codeOf(server)).toBe(0);
  }));

test('a call takes the latency it is given', () =>
  withChat({ latencyMs: () => 40 }, async (server) => {
    const started = performance.now();
    expect(await codeOf(server)).toBe(0);
    expect(performance.now() - started).toBeGreaterThan(35);
  }));

test('it listens on 127.0.0.1 and can be closed twice', async () => {
  const server = await createChatServer({ sdkAppId: APP, secretKey: KEY, admins: [ADMIN], accounts: [], follows: [] });
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await server.close();
  await server.close();
  await expect(fetch(server.url)).rejects.toThrow();
});

test('impossible seeds are refused at the start', async () => {
  const options = { sdkAppId: APP, secretKey: KEY, admins: [ADMIN], accounts: ['alice'] };
  await expect(createChatServer({ ...options, follows: [['alice', 'ghost']] })).rejects.toThrow(RangeError);
  await expect(createChatServer({ ...options, accounts: ['Zoë'], follows: [] })).rejects.toThrow(RangeError);
});

test('twenty thousand accounts are read in a thousand calls within seconds', async () => {
  const seed = createFollowGraphSeed(20_000);
  await withChat({ ...seed, maxCallsPerSecond: 1000 }, async (server) => {
    const started = performance.now();
    let followers = 0;
    let following = 0;
    for (let from = 0; from < seed.accounts.length; from += 20) {
      const { FollowInfo = [] } = await ask(server, { body: asking(...seed.accounts.slice(from, from + 20)) });
      for (const { FollowerCount = 0, FollowingCount = 0 } of FollowInfo) {
        followers += FollowerCount;
        following += FollowingCount;
      }
    }
    expect(followers).toBe(following);
    expect(followers).toBeGreaterThan(20_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

test('an audience is counted at each call, beside the relations', () => {
  let audience = 0;
  return withChat({ audience: (id) => (id === 'alice' ? audience : 0) }, async (server) => {
    const followers = async () => {
      const { FollowInfo = [] } = await ask(server, { body: asking('alice', 'bob') });
      return FollowInfo.map(({ FollowerCount }) => FollowerCount);
    };
    expect(await followers()).toEqual([2, 1]);
    audience = 2_000_000;
    expect(await followers()).toEqual([2_000_002, 1]);
  });
});
