import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AcquireOptions } from '../../../src/lookup/budget/rate-budget.ts';
import { pass, passAll, stateOf } from '../virtual-time.ts';
import { createBudgetScene, type Granted, mostInAnySecond, type Plan, refusedByBucket } from './budget-scene.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Calls {
  readonly wantedAt?: number;
  readonly urgency?: AcquireOptions['urgency'];
  readonly latencyMs?: number;
  readonly callsWaiting?: number;
  readonly outcome?: Plan['outcome'];
}

function many(count: number, calls: Calls = {}) {
  return Array.from(
    { length: count },
    (): Plan => ({ wantedAt: 0, urgency: 'normal', latencyMs: 30, outcome: 'taken', ...calls }),
  );
}

const timesOf = (calls: readonly Granted[]) => calls.map(({ grantedAt }) => grantedAt);

test('with nothing under way a burst leaves at once, and what follows it evenly', async () => {
  const { granted, plan } = createBudgetScene();
  // Nothing is learned of them: a burst that was taken would be followed by a larger one.
  plan(many(100, { outcome: 'unknown' }));
  await passAll();
  const times = timesOf(granted);
  expect(times.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 0));
  expect(times[50]).toBeGreaterThanOrEqual(5);
  expect(refusedByBucket(granted, 50, 200)).toBe(0);
  expect(times.at(-1)).toBeLessThanOrEqual(50 * 20);
});

test('a single call after a pause leaves at once', async () => {
  const { granted, plan } = createBudgetScene();
  plan([...many(200), ...many(1, { wantedAt: 5000 })]);
  await passAll();
  expect(timesOf(granted).at(-1)).toBe(5000);
});

test('as long as there is work, 95 of 100 calls of the budget are made, with answers in 30 ms', async () => {
  const { granted, plan } = createBudgetScene();
  plan(many(4000));
  await passAll();
  expect(timesOf(granted).at(-1)).toBeLessThanOrEqual(20_000 / 0.95);
  expect(mostInAnySecond(granted)).toBeLessThanOrEqual(200);
});

test('a call that may still be counted holds its permit: late answers cost rate, never the promise', async () => {
  const { granted, plan } = createBudgetScene();
  plan([...many(200, { latencyMs: 3000 }), ...many(1)]);
  await passAll();
  expect(timesOf(granted).at(-1)).toBe(4000);
});

test('a permit given back unused is free at once', async () => {
  const { granted, plan } = createBudgetScene({ callsPerSecond: 4 });
  plan([...many(4, { latencyMs: 500, outcome: 'unused' }), ...many(1, { latencyMs: 5 })]);
  await passAll();
  expect(timesOf(granted).at(-1)).toBe(500);
});

test('an urgent call goes before all normal ones that waited longer', async () => {
  const { granted, plan } = createBudgetScene();
  plan([...many(300), ...many(5, { wantedAt: 700, urgency: 'urgent' })]);
  await passAll();
  const lastUrgent = granted.findLastIndex(({ urgency }) => urgency === 'urgent');
  const normalMeanwhile = granted.filter(
    (call, n) => n < lastUrgent && call.urgency === 'normal' && call.grantedAt > 700,
  );
  expect(normalMeanwhile).toEqual([]);
  expect(lastUrgent).toBeLessThan(granted.length - 1);
});

test('a bulk takes a quarter of a window at once and spreads the rest, so that small look-ups find permits', async () => {
  const { granted, plan } = createBudgetScene({ burst: 200 });
  const small = Array.from({ length: 40 }, (_, n) => n * 110 + 100).flatMap((wantedAt) =>
    many(1, { wantedAt, urgency: 'urgent' }),
  );
  plan([...many(1000, { callsWaiting: 1000 }), ...small]);
  await passAll();
  const bulk = timesOf(granted.filter(({ urgency }) => urgency === 'normal'));
  expect([bulk[49], bulk[50]]).toEqual([0, expect.toSatisfy((at: number) => at > 0)]);
  const waits = granted.filter(({ urgency }) => urgency === 'urgent').map((call) => call.grantedAt - call.wantedAt);
  for (const wait of waits) expect(wait).toBeLessThanOrEqual(10);
  expect(bulk.at(-1)).toBeLessThanOrEqual(5000 * 1.1);
});

test('what fits into the window leaves at once when such a burst has been learned', async () => {
  const { granted, plan } = createBudgetScene({ burst: 200 });
  const command = (wantedAt: number) =>
    many(25, { wantedAt }).map((call, n): Plan => ({ ...call, callsWaiting: 25 - n }));
  plan(Array.from({ length: 7 }, (_, n) => command(n * 40)).flat());
  await passAll();
  for (const call of granted) expect(call.grantedAt).toBe(call.wantedAt);
});

test('a wait that is given up rejects with the signal’s reason, and its place goes to the next', async () => {
  const { budget } = createBudgetScene({ callsPerSecond: 1 });
  const reason = new Error('given up');
  await expect(budget.acquire({ urgency: 'normal', signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  (await budget.acquire({ urgency: 'normal' })).release('taken');
  const givingUp = new AbortController();
  const given = expect(budget.acquire({ urgency: 'normal', signal: givingUp.signal })).rejects.toBe(reason);
  const next = budget.acquire({ urgency: 'normal' });
  givingUp.abort(reason);
  await given;
  await pass(1000);
  expect(await stateOf(next)).toBe('resolved');
});

test('a permit is released once; what is said later changes nothing', async () => {
  const { budget } = createBudgetScene({ callsPerSecond: 1 });
  const permit = await budget.acquire({ urgency: 'normal' });
  permit.release('unused');
  permit.release('taken');
  expect(await stateOf(budget.acquire({ urgency: 'normal' }))).toBe('pending');
  await pass(1000);
});

test.each([1, 2, 3])('a budget of %i a second is kept and used, too', async (callsPerSecond) => {
  const { granted, plan } = createBudgetScene({ callsPerSecond });
  plan(many(10));
  await passAll();
  expect(mostInAnySecond(granted)).toBe(callsPerSecond);
  expect(timesOf(granted).at(-1)).toBeLessThanOrEqual((10 / callsPerSecond) * 1050);
});

test('nothing ticks while no look-up waits', async () => {
  const { budget } = createBudgetScene({ callsPerSecond: 1 });
  (await budget.acquire({ urgency: 'normal' })).release('taken');
  expect(vi.getTimerCount()).toBe(0);
  const second = budget.acquire({ urgency: 'normal' });
  expect(await stateOf(second)).toBe('pending');
  await pass(1000);
  expect(await stateOf(second)).toBe('resolved');
  expect(vi.getTimerCount()).toBe(0);
});
