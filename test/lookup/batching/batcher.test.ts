import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDroppedCounts } from '../../../src/followstats/events/dropped-counts.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { createAdaptiveRate } from '../../../src/lookup/budget/adaptive-rate.ts';
import { createRateBudget } from '../../../src/lookup/budget/rate-budget.ts';
import { manyAccounts } from '../../followstats/reports/sample-lookups.ts';
import { recordBudget } from '../recorded-lookup.ts';
import { pass, passAll, stateOf } from '../virtual-time.ts';
import { type Call, createBatcherScene, truthOf } from './batcher-scene.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const all = manyAccounts(20_000);
const some = (from: number, count: number) => all.slice(from, from + count);
/** How long after the first each call left, milliseconds, and with how many accounts. */
const departures = (calls: readonly Call[]) =>
  calls.map(({ at, accounts }) => [at - (calls[0]?.at ?? 0), accounts.length]);
const truth = (accounts: readonly AccountId[]) => accounts.map((account) => [account, truthOf(account)]);

test.each([
  [0, []],
  [1, [1]],
  [20, [20]],
  [21, [20, 1]],
  [45, [20, 20, 5]],
])('%i accounts are asked for as %j, and each is answered in its place', async (count, expected) => {
  const { lookup, sizes } = createBatcherScene();
  const asked = lookup(some(0, count));
  await passAll();
  expect([...(await asked)]).toEqual(truth(some(0, count)));
  expect(sizes()).toEqual(expected);
});

function createBudget() {
  const adaptive = createAdaptiveRate({ most: 200, burst: 50 });
  return createRateBudget({ callsPerSecond: 200, adaptive, now: Date.now });
}

test('what arrives together shares batches, and an account wanted by many is asked for once', async () => {
  const { lookup, sizes } = createBatcherScene();
  const lookups = [some(0, 15), some(10, 15), some(5, 5).toReversed(), some(25, 15)];
  const asked = lookups.map((accounts, n) => lookup(accounts, { caller: `U${n}` }));
  await passAll();
  for (const [n, accounts] of lookups.entries()) expect([...((await asked[n]) ?? [])]).toEqual(truth(accounts));
  expect(sizes()).toEqual([20, 20]);
});

test('an account under way is not asked for again by who comes meanwhile', async () => {
  const { lookup, calls } = createBatcherScene();
  const first = lookup(some(0, 10));
  await pass(20);
  expect(calls).toHaveLength(1);
  const second = lookup(some(5, 10));
  await passAll();
  expect([...(await first)]).toEqual(truth(some(0, 10)));
  expect([...(await second)]).toEqual(truth(some(5, 10)));
  expect(calls.map(({ accounts }) => accounts)).toEqual([some(0, 10), some(10, 5)]);
});

test('a lone look-up leaves at once', async () => {
  const { lookup, calls } = createBatcherScene();
  void lookup(some(0, 5));
  await passAll();
  await pass(1000);
  void lookup(some(5, 5));
  await passAll();
  expect(calls.map(({ at }) => at)).toEqual([0, 1030]);
});

test('look-ups of one moment wait for no others', async () => {
  const { lookup, calls } = createBatcherScene();
  for (const n of [0, 1, 2]) void lookup(some(n * 3, 3), { caller: `U${n}` });
  await passAll();
  expect(calls).toMatchObject([{ at: 0, accounts: some(0, 9) }]);
});

test('while look-ups keep coming an unfilled batch waits for others, at most for its linger', async () => {
  const { lookup, calls } = createBatcherScene();
  for (const n of [0, 1, 2, 3]) setTimeout(() => void lookup(some(n * 3, 3), { caller: `U${n}` }), n * 2);
  await passAll();
  expect(departures(calls)).toEqual([
    [0, 3],
    [7, 9],
  ]);
});

test('a batch that others fill meanwhile does not wait its linger out', async () => {
  const { lookup, calls } = createBatcherScene();
  for (const [at, from, count] of [
    [0, 0, 5],
    [2, 5, 5],
    [3, 10, 15],
  ] as const)
    setTimeout(() => void lookup(some(from, count)), at);
  await passAll();
  expect(departures(calls)).toEqual([
    [0, 5],
    [3, 20],
  ]);
});

test('a small look-up behind 10,000 accounts is in the next batch', async () => {
  const releases: (() => void)[] = [];
  const permits = recordBudget(() => new Promise<void>((resolve) => releases.push(resolve)));
  const { lookup, calls } = createBatcherScene({ budget: permits });
  void lookup(some(0, 10_000), { caller: 'bulk' });
  await pass(1);
  for (let n = 0; n < 3; n += 1) {
    releases.shift()?.();
    await pass(1);
  }
  const small = lookup(some(15_000, 5), { caller: 'small' });
  await pass(1);
  releases.shift()?.();
  await pass(31);
  expect(calls[3]?.accounts).toEqual(expect.arrayContaining([...some(15_000, 5)]));
  expect(calls[3]?.accounts).toHaveLength(20);
  expect(await stateOf(small)).toBe('resolved');
});

test('digests leave the batches to people', async () => {
  const { lookup, calls } = createBatcherScene();
  const digest = lookup(some(0, 30), { caller: 'digest', priority: 'digest' });
  const person = lookup(some(100, 25), { caller: 'U1' });
  await passAll();
  await Promise.all([digest, person]);
  const people = new Set(some(100, 25));
  expect(calls.map(({ accounts }) => accounts.filter((account) => people.has(account)).length)).toEqual([20, 5, 0]);
});

test('the budget is told how many calls wait, so that it can tell a bulk from a command', async () => {
  const budget = recordBudget();
  const { lookup } = createBatcherScene({ budget });
  void lookup(some(0, 45));
  await passAll();
  expect(budget.asked).toMatchObject([{ callsWaiting: 3 }, { callsWaiting: 2 }, { callsWaiting: 1 }]);
});

test('a small look-up behind 10,000 accounts does not wait as long as they do for a permit', async () => {
  const { lookup, calls, now } = createBatcherScene({ budget: createBudget() });
  const bulk = lookup(some(0, 10_000), { caller: 'bulk' });
  const walls: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    await pass(80);
    const askedAt = now();
    const asked = lookup(some(10_000 + n * 5, 5), { caller: 'small' }).then(() => walls.push(now() - askedAt));
    await pass(50);
    await asked;
  }
  await passAll();
  await bulk;
  expect(walls).toEqual(walls.map(() => 30));
  // All of them together: 506 calls at 200 a second.
  expect(calls).toHaveLength(506);
  expect(calls.at(-1)?.endedAt).toBeLessThanOrEqual(2600);
});

test('an account that changed under way is asked for again by those who come later, and answers those who waited', async () => {
  const droppedCounts = createDroppedCounts();
  const { lookup, calls } = createBatcherScene({ droppedCounts });
  const first = lookup(some(0, 10));
  await pass(20);
  droppedCounts.drop(new Set(some(3, 1)));
  const second = lookup(some(0, 10));
  await passAll();
  expect([...(await first)]).toEqual(truth(some(0, 10)));
  expect([...(await second)]).toEqual(truth(some(0, 10)));
  expect(calls.map(({ accounts }) => accounts)).toEqual([some(0, 10), some(3, 1)]);
});

test('one that waits for its call when it changes is asked for once', async () => {
  const droppedCounts = createDroppedCounts();
  const { lookup, calls } = createBatcherScene({ droppedCounts });
  const first = lookup(some(0, 1));
  droppedCounts.drop('all');
  const second = lookup(some(0, 1));
  await passAll();
  await Promise.all([first, second]);
  expect(calls).toHaveLength(1);
});

test('the deadline of one who waits for what changed gives its own failure, and ends nothing of the later ask', async () => {
  const droppedCounts = createDroppedCounts();
  const { lookup } = createBatcherScene({ droppedCounts });
  const deadline = new AbortController();
  const first = lookup(some(0, 1), { signal: deadline.signal });
  await pass(20);
  droppedCounts.drop('all');
  const second = lookup(some(0, 1));
  deadline.abort();
  await expect(first).rejects.toMatchObject({ failure: { code: 'out_of_time' } });
  await passAll();
  expect([...(await second)]).toEqual(truth(some(0, 1)));
});
