import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createChatReads } from '../../src/chat-lookup.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import { createBudgets } from '../../src/lookup/budget/budgets.ts';
import { openStore } from '../../src/store/open.ts';
import { createPool } from '../../src/tencent/pool.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { configOf } from './contender.ts';
import { startStandIn } from './stand-in.ts';
import { accountsFrom, CALLS_PER_SECOND, optionsFor } from './workload.ts';

const REPLICAS = 3;
const SETTLE_MS = 1500;
const MEASURED_MS = 10_000;
const ACCOUNTS = 100_000;

/** Three processes ask as fast as they can under one budget, shared through a row of a real Postgres as the app does it. */
export async function runReplicas(seed: number): Promise<{ readonly most: number; readonly share: number }> {
  const postgres = await startPostgres();
  const chat = await startStandIn(seed);
  const replicas = Array.from({ length: REPLICAS }, (_, n) =>
    fork(import.meta.filename, [chat.url, postgres.url, String(n)]),
  );
  try {
    await Promise.all(replicas.map(isAsking));
    await sleep(SETTLE_MS);
    await chat.report();
    const startedAt = performance.now();
    await sleep(MEASURED_MS);
    const { calls, mostInASecond } = await chat.report();
    const seconds = (performance.now() - startedAt) / 1000;
    return { most: mostInASecond, share: calls / (CALLS_PER_SECOND * seconds) };
  } finally {
    for (const replica of replicas) replica.kill();
    await Promise.all(replicas.map((replica) => replica.exitCode ?? replica.signalCode ?? once(replica, 'exit')));
    chat.stop();
    await postgres.stop();
  }
}

async function isAsking(replica: ChildProcess): Promise<void> {
  await once(replica, 'message');
}

if (import.meta.main) {
  const [, , baseUrl = '', url = '', replica] = process.argv;
  const store = await openStore({ kind: 'postgres', url });
  const { leasePermits } = store;
  if (!leasePermits) throw new Error('this store shares no budget');
  const budgets = createBudgets({
    leasePermits,
    now: () => performance.now(),
    onLeaseError: (error) => {
      throw error;
    },
  });
  const config = configOf(optionsFor(baseUrl, { calls: CALLS_PER_SECOND, isCached: false }));
  const { lookup } = createChatReads(
    config,
    createPool(baseUrl),
    { mostCallsPerSecond: Number.POSITIVE_INFINITY },
    { budgets },
  );
  process.send?.('asking');
  await lookup(accountsFrom(Number(replica) * ACCOUNTS, ACCOUNTS) as readonly AccountId[]);
}
