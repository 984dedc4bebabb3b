import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createChatReads } from '../../src/chat-lookup.ts';
import { readConfig } from '../../src/config.ts';
import type { ChatFault } from '../../src/demo/chat/faults.ts';
import type { ChatServer } from '../../src/demo/chat/server.ts';
import type { LookupMany } from '../../src/followstats/types.ts';
import { createPool } from '../../src/tencent/pool.ts';
import { APP, KEY, withChat } from '../demo/chat/chat-client.ts';
import { accountsOf } from '../followstats/reports/sample-lookups.ts';
import { outcomesOf } from './recorded-lookup.ts';

const alice = accountsOf('alice');

interface Scene {
  readonly lookup: LookupMany;
  readonly server: ChatServer;
  /** Aborts as Chat gets the first call. */
  readonly deadline: AbortSignal;
  /** When the app hangs up, as it does when a call runs out of its time. */
  readonly hungUp: Promise<unknown>;
  /** Calls not answered yet. */
  underWay(): number;
}

/** The app's whole look-up against the Chat stand-in, which fails so for the first call. */
async function withLookup(fault: ChatFault, timeoutMs: number, use: (scene: Scene) => Promise<void>): Promise<void> {
  const deadline = new AbortController();
  const latencyMs = () => {
    deadline.abort();
    return 0;
  };
  await withChat({ now: Date.now, latencyMs }, async (server) => {
    server.setFaults([{ ...fault, times: 1 }]);
    const config = readConfig({
      SLACK_BOT_TOKEN: 'xoxb-none',
      SLACK_APP_TOKEN: 'xapp-none',
      TENCENT_SDK_APP_ID: String(APP),
      TENCENT_SECRET_KEY: KEY,
      TENCENT_BASE_URL: server.url,
      TENCENT_TIMEOUT_MS: String(timeoutMs),
      CACHE_TTL_SECONDS: '0',
    });
    const pool = createPool(server.url);
    const { lookup } = createChatReads(config, pool, { retryDelayMs: 1 });
    try {
      const hungUp = once(pool, 'disconnect');
      await use({ lookup, server, deadline: deadline.signal, hungUp, underWay: () => pool.stats.running });
    } finally {
      await pool.destroy();
    }
  });
}

const outOfTime = { failure: { code: 'out_of_time' } };

test('a look-up ends at its deadline; its call runs out by itself, and nothing is asked again', () =>
  withLookup({ kind: 'hang' }, 100, async ({ lookup, server, deadline, hungUp }) => {
    await expect(lookup(alice, { signal: deadline })).rejects.toMatchObject(outOfTime);
    await hungUp;
    // A repeat would leave within two milliseconds, long before these are answered.
    for (let n = 0; n < 10; n += 1) await lookup(accountsOf('bob'));
    expect(server.calls.map(({ accounts }) => accounts)).toEqual([['alice'], ...Array(10).fill(['bob'])]);
  }));

test('a look-up meanwhile gets an answer of its own, and the late one harms no other', () =>
  withLookup({ kind: 'slow', ms: 50 }, 5000, async ({ lookup, server, deadline, underWay }) => {
    await expect(lookup(alice, { signal: deadline })).rejects.toMatchObject(outOfTime);
    let asked = 0;
    do {
      asked += 1;
      expect(outcomesOf(await lookup(accountsOf('alice', 'bob')))).toEqual({ alice: 'found', bob: 'found' });
    } while (underWay() > 0);
    expect(server.calls).toHaveLength(1 + asked);
  }));

test('past the deadline nothing is sent', () =>
  withLookup({ kind: 'hang' }, 5000, async ({ lookup, server }) => {
    await expect(lookup(alice, { signal: AbortSignal.abort() })).rejects.toMatchObject(outOfTime);
    expect(server.calls).toEqual([]);
  }));
