import pg from 'pg';
import { expect, test } from 'vitest';
import { createEnduringSource } from '../../src/lookup/enduring-source.ts';
import type { Lease } from '../../src/lookup/leased-budget.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { describePostgres, openNew, temporaryFolder } from './engines.ts';

const CALLS_PER_SECOND = 200;

/** The moments a lease stands for, by this machine's clock; all replicas of a test run on it. */
const momentsOf = ({ count, waitMs, gapMs }: Lease): readonly number[] =>
  Array.from({ length: count }, (_, n) => performance.now() + waitMs + n * gapMs);

function mostWithinASecond(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  let first = 0;
  return Math.max(
    ...sorted.map((at, last) => {
      while (at - (sorted[first] as number) >= 1000) first += 1;
      return last - first + 1;
    }),
  );
}

test('the embedded store leases nothing: its process is the only one', async () => {
  const store = await openNew(async () => ({ kind: 'sqlite', folder: temporaryFolder() }));
  expect(store.leaseSlots).toBeUndefined();
});

describePostgres('leases', (newStore) => {
  async function openReplicas(count: number): Promise<readonly Store[]> {
    const options = await newStore();
    return Promise.all(Array.from({ length: count }, () => openNew(async () => options)));
  }

  test('three replicas that lease at once never get more than the budget in any second, and get all of it', async () => {
    const sources = (await openReplicas(3)).map(({ leaseSlots }) => leaseSlots?.(CALLS_PER_SECOND * 0.96));
    const moments: number[] = [];
    await Promise.all(
      sources.map(async (source, replica) => {
        for (let turn = 0; turn < 20; turn += 1) {
          const lease = await source?.lease(5 + ((replica * 7 + turn * 5) % 16));
          moments.push(...momentsOf(lease as Lease));
        }
      }),
    );
    expect(moments.length).toBeGreaterThan(600);
    expect(mostWithinASecond(moments)).toBeLessThanOrEqual(CALLS_PER_SECOND);
    const seconds = (Math.max(...moments) - Math.min(...moments)) / 1000;
    expect(moments.length / seconds).toBeGreaterThan(CALLS_PER_SECOND * 0.95);
  });

  test('what is not leased for a while is not saved up', async () => {
    const [store] = await openReplicas(1);
    const minutely = store?.leaseSlots?.(1 / 60);
    const wait = async () => (await minutely?.lease(1))?.waitMs ?? Number.NaN;
    // Nobody has leased anything since the store was made: that is one moment, and no store of them.
    expect(await wait()).toBe(0);
    expect(await wait()).toBeGreaterThan(50_000);
  });

  test('a replica whose database goes away calls on by itself, and shares again when it is back', async () => {
    const options = await newStore();
    const store = await openStore(options);
    let now = 0;
    const troubles: unknown[] = [];
    const source = createEnduringSource({
      leaseSlots: (callsPerSecond) => store.leaseSlots?.(callsPerSecond) as never,
      callsPerSecond: 100,
      now: () => now,
      onTrouble: (error) => troubles.push(error),
    });
    expect((await source.lease(1)).gapMs).toBeCloseTo(1000 / 96);
    const blocker = new pg.Client('url' in options ? options.url : '');
    await blocker.connect();
    // Held by somebody else, the row doesn't answer; as good as gone.
    await blocker.query('begin; update rate set free_at = free_at');
    expect((await source.lease(1)).gapMs).toBe(100);
    expect(troubles).toHaveLength(1);
    await blocker.end();
    now = 5000;
    expect((await source.lease(1)).gapMs).toBeCloseTo(1000 / 96);
    await store.close();
  });
});
