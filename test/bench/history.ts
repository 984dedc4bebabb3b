import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { createReadHistory } from '../../src/followstats/history/read-history.ts';
import { layOutSpan } from '../../src/followstats/history/spans.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/open.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { median } from './statistics.ts';

const ACCOUNTS = 5000;
const ASKED = 500;
/** Hourly for thirty days, then daily: as the store thins them. */
const SNAPSHOTS = 750;
const HOURLY = 720;
const ROUNDS = 5;
const RESOLUTION_MS = 5;
const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2027, 5, 1, 12);

const line = (name: string, value: string) => `    ${name.padEnd(52)}${value}`;
const nameOf = ({ kind }: StoreOptions) => (kind === 'sqlite' ? 'embedded' : 'Postgres');
const asked = Array.from({ length: ASKED }, (_, n) => `account_${n * (ACCOUNTS / ASKED)}` as AccountId);
const who = { accounts: asked, linked: [], unlinked: [], empty: [] };

/** Reading the history of 500 accounts out of 3.75 million snapshots, in both engines. */
export async function* benchHistory(): AsyncGenerator<string> {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-bench-'));
  const postgres = await startPostgres();
  try {
    for (const options of [
      { kind: 'sqlite', folder },
      { kind: 'postgres', url: postgres.url },
    ] as const) {
      await (await openStore(options)).close();
      if (options.kind === 'sqlite') fillSqlite(options.folder);
      else await fillPostgres(options.url);
      const store = await openStore(options);
      for (const span of ['90d', '1y'] as const) {
        yield* await measure(`${nameOf(options)}: ${span} of ${ASKED} accounts`, async () => {
          const { accounts } = await readerOf(store)(who, span, AbortSignal.timeout(60_000));
          return accounts.flatMap(({ readings }) => readings).filter((one) => one !== undefined).length;
        });
        yield* await measure(`${nameOf(options)}: every snapshot of these`, () =>
          countPages(store, layOutSpan(span, NOW).since),
        );
      }
      await store.close();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const readerOf = ({ snapshots }: Store) =>
  createReadHistory({
    snapshots,
    findMeant: async () => new Map(),
    readJoining: async () => ({ kind: 'failed' }),
    now: () => NOW,
    timeLimitMs: 1000,
    onError: (error) => {
      throw error;
    },
  });

async function countPages(store: Store, since: number): Promise<number> {
  let read = 0;
  for await (const page of store.snapshots.pages(asked, { since, until: NOW })) read += page.length;
  return read;
}

/** Of some rounds the median time, the longest stall of the event loop, and how much was read. */
async function measure(name: string, work: () => Promise<number>): Promise<readonly string[]> {
  const took: number[] = [];
  let read = 0;
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    read = await work();
    took.push(performance.now() - startedAt);
  }
  delays.disable();
  const stall = Math.max(0, delays.max / 1e6 - RESOLUTION_MS);
  return [line(name, `${median(took).toFixed(0)} ms, stall ${stall.toFixed(0)} ms, ${read} snapshots`)];
}

/** When each snapshot was read, with the newest a minute old. SQL of both engines. */
const READ_AT = `${NOW - 60_000} - case when n < ${HOURLY} then n else ${HOURLY} + (n - ${HOURLY}) * 24 end * cast(${HOUR_MS} as bigint)`;

function fillSqlite(folder: string): void {
  const database = new DatabaseSync(join(folder, 'followstats.db'));
  database.exec(`
    pragma synchronous = off;
    with recursive one(a) as (select 0 union all select a + 1 from one where a < ${ACCOUNTS - 1}),
      many(n) as (select 0 union all select n + 1 from many where n < ${SNAPSHOTS - 1})
    insert into snapshots select 'account_' || a, ${READ_AT}, a + n, n, 1
    from one cross join many`);
  database.close();
}

async function fillPostgres(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(`
    insert into snapshots select 'account_' || a, ${READ_AT}, a + n, n, 1
    from generate_series(0, ${ACCOUNTS - 1}) as a cross join generate_series(0, ${SNAPSHOTS - 1}) as n`);
    await client.query('vacuum analyze snapshots');
  } finally {
    await client.end();
  }
}
