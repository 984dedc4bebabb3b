import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AccountId } from '../../src/followstats/types.ts';
import { createAdaptiveRate } from '../../src/lookup/adaptive-rate.ts';
import { coalesce } from '../../src/lookup/coalesce.ts';
import { createLeasedBudget, createMemorySlotSource, type Lease } from '../../src/lookup/leased-budget.ts';
import { createRateBudget } from '../../src/lookup/rate-budget.ts';
import { withBudget } from '../../src/lookup/with-budget.ts';
import { ACCOUNTS_PER_CALL, createTencentLookup } from '../../src/tencent/client.ts';
import { createPool } from '../../src/tencent/pool.ts';
import { startStandIn } from './stand-in.ts';
import { accountsFrom, CALLS_PER_SECOND } from './workload.ts';

const REPLICAS = 3;
const SETTLE_MS = 1500;
const MEASURED_MS = 10_000;
/** Leased a little under the budget, since three processes' timers and the network bunch what leaves evenly. */
const LEASED_SHARE = 0.97;
const ACCOUNTS = 100_000;

/** Three processes ask as fast as they can under one budget, leased from this one. */
export async function runReplicas(seed: number): Promise<{ readonly most: number; readonly share: number }> {
  const chat = await startStandIn(seed);
  const source = createMemorySlotSource(CALLS_PER_SECOND * LEASED_SHARE, () => performance.now());
  const replicas = Array.from({ length: REPLICAS }, (_, n) => fork(import.meta.filename, [chat.url, String(n)]));
  for (const replica of replicas) {
    replica.on('message', async (count) => {
      const lease = await source.lease(Number(count));
      if (replica.connected) replica.send(lease);
    });
  }
  await Promise.all(replicas.map(isAsking));
  await sleep(SETTLE_MS);
  await chat.report();
  const startedAt = performance.now();
  await sleep(MEASURED_MS);
  const { calls, mostInASecond } = await chat.report();
  const seconds = (performance.now() - startedAt) / 1000;
  for (const replica of replicas) replica.kill();
  chat.stop();
  return { most: mostInASecond, share: calls / (CALLS_PER_SECOND * seconds) };
}

/** The first lease is asked for once a replica is wired and has something to ask. */
async function isAsking(replica: ChildProcess): Promise<void> {
  await once(replica, 'message');
}

/** One lease at a time, so the next message is the answer. */
async function leaseFromParent(count: number): Promise<Lease> {
  process.send?.(count);
  const [lease] = await once(process, 'message');
  return lease as Lease;
}

if (import.meta.main) {
  const [, , baseUrl = '', replica] = process.argv;
  const now = () => performance.now();
  const pace = createAdaptiveRate({ most: CALLS_PER_SECOND, burst: 50, now });
  const local = createRateBudget({ callsPerSecond: CALLS_PER_SECOND, pace, now });
  const budget = createLeasedBudget({ local, source: { lease: leaseFromParent }, now });
  const call = createTencentLookup({
    baseUrl,
    sdkAppId: 1400000000,
    secretKey: '0123456789abcdef'.repeat(4),
    admin: 'administrator',
    fromAccount: 'administrator',
    timeoutMs: 8000,
    dispatcher: createPool(baseUrl),
    now: Date.now,
    random: Math.random,
  });
  const lookup = coalesce(withBudget(call, budget), {
    size: ACCOUNTS_PER_CALL,
    budget,
    concurrency: 64,
    lingerMs: 5,
    now,
  });
  await lookup(accountsFrom(Number(replica) * ACCOUNTS, ACCOUNTS) as readonly AccountId[]);
}
