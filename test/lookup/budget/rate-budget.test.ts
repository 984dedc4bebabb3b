import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Urgency } from '../../../src/lookup/budget/rate-budget.ts';
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
  readonly urgency?: Urgency;
  readonly latencyMs?: number;
  readonly outcome?: Plan['outcome'];
}

function many(count: number, { wantedAt = 0, urgency = 'in-turn', latencyMs = 30, outcome = 'taken' }: Calls = {}) {
  return Array.from({ length: count }, (): Plan => ({ wantedAt, urgency, latencyMs, outcome }));
}

const timesOf = (calls: readonly Granted[]) => calls.map(({ grantedAt }) => grantedAt);

test('with nothing under way a burst leaves at once, and what follows it evenly', async () => {
  const { granted, plan } = createBudgetScene();
  plan(many(100));
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

test('a call that may still be counted holds its slot: late answers cost rate, never the promise', async () => {
  const { granted, plan } = createBudgetScene();
  plan([...many(200, { latencyMs: 3000 }), ...many(1)]);
  await passAll();
  expect(timesOf(granted).at(-1)).toBe(4000);
});

test('a slot given back unused is free at once', async () => {
  const { granted, plan } = createBudgetScene({ callsPerSecond: 4 });
  plan([...many(4, { latencyMs: 500, outcome: 'unused' }), ...many(1, { latencyMs: 5 })]);
  await passAll();
  expect(timesOf(granted).at(-1)).toBe(500);
});

test('who asks ahead goes before all who waited longer in turn', async () => {
  const { granted, plan } = createBudgetScene();
  plan([...many(300), ...many(5, { wantedAt: 700, urgency: 'ahead' })]);
  await passAll();
  const lastAhead = granted.findLastIndex(({ urgency }) => urgency === 'ahead');
  const inTurnMeanwhile = granted.filter(
    (call, n) => n < lastAhead && call.urgency === 'in-turn' && call.grantedAt > 700,
  );
  expect(inTurnMeanwhile).toEqual([]);
  expect(lastAhead).toBeLessThan(granted.length - 1);
});

test.each([1000, 110])('of small questions every %i ms each finds a slot kept for it at once', async (everyMs) => {
  const { granted, plan } = createBudgetScene();
  const small = Array.from({ length: 4500 / everyMs }, (_, n) => n * everyMs + 100).flatMap((wantedAt) =>
    many(1, { wantedAt, urgency: 'ahead' }),
  );
  plan([...many(1000), ...small]);
  await passAll();
  const waits = granted.filter(({ urgency }) => urgency === 'ahead').map((call) => call.grantedAt - call.wantedAt);
  for (const wait of waits) expect(wait).toBeLessThanOrEqual(5);
});

test('once no small question has come for a while, a bulk has the whole budget', async () => {
  const { granted, plan } = createBudgetScene({ callsPerSecond: 40 });
  plan([...many(1, { urgency: 'ahead' }), ...many(800)]);
  await passAll();
  const madeIn = (from: number) => timesOf(granted).filter((at) => at >= from && at < from + 5000).length;
  expect(madeIn(13_000)).toBeGreaterThan(madeIn(3000));
});

test.each([1, 2, 3])('a budget of %i a second is kept and used, too', async (callsPerSecond) => {
  const { granted, plan } = createBudgetScene({ callsPerSecond });
  plan(many(10));
  await passAll();
  expect(mostInAnySecond(granted)).toBe(callsPerSecond);
  expect(timesOf(granted).at(-1)).toBeLessThanOrEqual((10 / callsPerSecond) * 1050);
});

test('nothing ticks while nobody waits', async () => {
  const { budget } = createBudgetScene({ callsPerSecond: 1 });
  (await budget.acquire('in-turn')).done('taken');
  expect(vi.getTimerCount()).toBe(0);
  const second = budget.acquire('in-turn');
  expect(await stateOf(second)).toBe('pending');
  await pass(1000);
  expect(await stateOf(second)).toBe('resolved');
  expect(vi.getTimerCount()).toBe(0);
});
