import { sql } from 'kysely';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { createAdaptiveRate } from '../../../src/lookup/budget/adaptive-rate.ts';
import { createLeasedBudget, type Lease } from '../../../src/lookup/budget/leased-budget.ts';
import { createRateBudget } from '../../../src/lookup/budget/rate-budget.ts';
import { composeStore } from '../../../src/store/compose.ts';
import { createCountsSignal } from '../../../src/store/counts-signal.ts';
import { openDatabase, openStore, type Store, type StoreOptions } from '../../../src/store/open.ts';
import { CHANNELS, createSignal } from '../../../src/store/signal.ts';
import { describeEngines, describePostgres } from '../engines.ts';
import { openNew, temporaryFolder } from '../new-store.ts';

/** So slow a budget that, however long the test takes, each moment is clearly one call of it. */
const ONE_A_MINUTE = 1 / 60;

/** Which calls of the whole budget a lease stands for, counted from the first one after `now`. */
const callsOf = ({ count, waitMs, gapMs }: Lease): readonly number[] =>
  Array.from({ length: count }, (_, n) => Math.round(waitMs / gapMs) + n);

test('the embedded store leases nothing: its process is the only one', async () => {
  const store = await openNew(async () => ({ kind: 'sqlite', folder: temporaryFolder() }));
  expect(store.leasePermits).toBeUndefined();
});

/** Stores over one database, as replicas have them, which lease by a clock that the test sets. */
async function openComposed(options: StoreOptions, { count }: { readonly count: number }) {
  const { db, close, ...checks } = await openDatabase(options);
  onTestFinished(close);
  const time = { ms: 0 };
  const stores = Array.from({ length: count }, () =>
    composeStore({
      ...{ db, checks, close },
      engine: options.kind,
      now: undefined,
      signal: createSignal(db, CHANNELS.digests, undefined),
      changes: createSignal(db, CHANNELS.changes, undefined),
      counts: createCountsSignal(undefined),
      permitClock: () => sql<number>`cast(${time.ms} as double precision)`,
    }),
  );
  return { stores, time };
}

describeEngines('leases by a clock of the caller’s', (newStore) => {
  test('follow each other a gap apart, whichever replica asks, and none before its time', async () => {
    const { stores, time } = await openComposed(await newStore(), { count: 2 });
    const [one, other] = stores.map((store) => store.leasePermits?.('follow_get_info', 80));
    time.ms = 1_800_000_000_000.25;
    expect(await one?.lease(3)).toEqual({ count: 3, waitMs: 0, gapMs: 12.5, decidedAt: time.ms });
    expect(await other?.lease(2)).toEqual({ count: 2, waitMs: 37.5, gapMs: 12.5, decidedAt: time.ms });
    time.ms += 50;
    expect(await one?.lease(1)).toEqual({ count: 1, waitMs: 12.5, gapMs: 12.5, decidedAt: time.ms });
    expect(await one?.lease(1)).toEqual({ count: 1, waitMs: 25, gapMs: 12.5, decidedAt: time.ms });
  });

  test('moments that no replica leased are not saved up', async () => {
    const { stores, time } = await openComposed(await newStore(), { count: 1 });
    const lease = async () => (await stores[0]?.leasePermits?.('follow_check', 80).lease(1))?.waitMs;
    expect([await lease(), await lease()]).toEqual([0, 12.5]);
    time.ms = 60_000;
    expect([await lease(), await lease()]).toEqual([0, 12.5]);
  });

  test('a lease can be had for later, and what lies before is given to none', async () => {
    const { stores, time } = await openComposed(await newStore(), { count: 1 });
    time.ms = 1000;
    const source = stores[0]?.leasePermits?.('follow_get_info', 80);
    expect((await source?.lease(2, 300))?.waitMs).toBe(300);
    expect((await source?.lease(1))?.waitMs).toBe(325);
    expect((await source?.lease(1, 100))?.waitMs).toBe(337.5);
  });

  test('a clock that is set back delays no call, and gives no moment twice', async () => {
    const { stores, time } = await openComposed(await newStore(), { count: 1 });
    const source = stores[0]?.leasePermits?.('follow_get_info', 80);
    time.ms = 1_800_000_600_000;
    expect((await source?.lease(20))?.waitMs).toBe(0);
    // Ten minutes back, 100 ms later: what was leased last lies up to 250 ms ahead of its lease.
    time.ms -= 599_900;
    const wait = (await source?.lease(4))?.waitMs;
    expect(wait).toBe(250);
    expect((await source?.lease(1))?.waitMs).toBe(300);
  });
});

describePostgres('leases', (newStore) => {
  async function openReplicas(count: number): Promise<readonly Store[]> {
    const options = await newStore();
    return Promise.all(Array.from({ length: count }, () => openNew(async () => options)));
  }

  test('three replicas that lease at once have each call of the budget once, and all of them', async () => {
    const sources = (await openReplicas(3)).map(({ leasePermits }) => leasePermits?.('follow_get_info', ONE_A_MINUTE));
    const calls: number[] = [];
    await Promise.all(
      sources.map(async (source, replica) => {
        for (let turn = 0; turn < 20; turn += 1) {
          const lease = await source?.lease(5 + ((replica * 7 + turn * 5) % 16));
          expect(lease?.gapMs).toBe(60_000);
          calls.push(...callsOf(lease as Lease));
        }
      }),
    );
    expect(calls.length).toBeGreaterThan(600);
    expect(calls.toSorted((a, b) => a - b)).toEqual([...calls.keys()]);
  });

  test('what is not leased for a while is not saved up', async () => {
    const [store] = await openReplicas(1);
    const minutely = store?.leasePermits?.('follow_get_info', ONE_A_MINUTE);
    const wait = async () => (await minutely?.lease(1))?.waitMs ?? Number.NaN;
    // Nothing has been leased since the store was made: that is one moment, not all that have passed.
    expect(await wait()).toBe(0);
    expect(await wait()).toBeGreaterThan(50_000);
  });

  test('each command has a budget of its own, and its row is made by its first lease', async () => {
    const [store, other] = await openReplicas(2);
    const first = await store?.leasePermits?.('follow_get_info', ONE_A_MINUTE).lease(5);
    expect(first?.waitMs).toBe(0);
    const leases = await Promise.all(
      [store, other].map((replica) => replica?.leasePermits?.('follow_check', ONE_A_MINUTE).lease(3)),
    );
    expect(leases.flatMap((lease) => callsOf(lease as Lease)).toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('a replica of a version that knows one row alone shares the budget of follow_get_info', async () => {
    const options = await newStore();
    const store = await openNew(async () => options);
    const older = new pg.Client('url' in options ? options.url : '');
    await older.connect();
    onTestFinished(() => older.end());
    // What that version leases with.
    await older.query(
      `update rate set free_at = greatest(free_at, extract(epoch from clock_timestamp()) * 1000) + 600000
        where budget = 'upstream'`,
    );
    const lease = await store.leasePermits?.('follow_get_info', ONE_A_MINUTE).lease(1);
    expect(callsOf(lease as Lease)).toEqual([10]);
  });

  test('a replica whose database goes away calls on by itself, and shares again when it is back', async () => {
    const options = await newStore();
    const store = await openStore(options);
    // It runs, since leases say how long from now a call may leave, and is moved on past the rest.
    let movedMs = 0;
    const now = () => performance.now() + movedMs;
    const errors: unknown[] = [];
    const leases: Lease[] = [];
    const adaptive = createAdaptiveRate({ most: 100, burst: 50 });
    const budget = createLeasedBudget({
      local: createRateBudget({ callsPerSecond: 100, adaptive, now }),
      leasePermits: (callsPerSecond) => ({
        async lease(count) {
          const lease = await store.leasePermits?.('follow_get_info', callsPerSecond).lease(count);
          leases.push(lease as Lease);
          return lease as Lease;
        },
      }),
      callsPerSecond: 100,
      now,
      onError: (error) => errors.push(error),
    });
    const call = async () => (await budget.acquire({ urgency: 'normal' })).release('taken');
    await call();
    // More than one where connecting took so long that it isn't known when the first was given.
    const before = leases.length;
    expect(leases.map(({ gapMs }) => Math.round(gapMs * 96))).toEqual(leases.map(() => 1000));
    const blocker = new pg.Client('url' in options ? options.url : '');
    await blocker.connect();
    // Locked by another connection, the row gives no answer, as if the database were gone.
    await blocker.query('begin; update rate set free_at = free_at');
    await call();
    expect([leases.length, errors]).toEqual([before, [new Error('no lease within 1000 ms')]]);
    await blocker.end();
    movedMs = 5000;
    await call();
    expect(leases.length).toBeGreaterThan(before);
    expect(errors).toHaveLength(1);
    await store.close();
  });
});
