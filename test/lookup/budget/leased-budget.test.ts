import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAdaptiveRate } from '../../../src/lookup/budget/adaptive-rate.ts';
import {
  createLeasedBudget,
  createMemoryPermitSource,
  type PermitSource,
} from '../../../src/lookup/budget/leased-budget.ts';
import { createRateBudget } from '../../../src/lookup/budget/rate-budget.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const now = () => Date.now();

function openBudget(source: PermitSource) {
  const pace = createAdaptiveRate({ most: 200, burst: 50 });
  return createLeasedBudget({ local: createRateBudget({ callsPerSecond: 200, pace, now }), source, now });
}

/** Lets several replicas ask as fast as they can for so long; all their moments of leaving, in order. */
async function askFor(ms: number, replicas: number, source: PermitSource): Promise<readonly number[]> {
  const departures: number[] = [];
  const startedAt = now();
  for (const budget of Array.from({ length: replicas }, () => openBudget(source))) {
    for (let n = 0; n < 40; n += 1) {
      void (async () => {
        while (now() < startedAt + ms) {
          const slot = await budget.acquire('in-turn');
          departures.push(now());
          setTimeout(() => slot.done('taken'), 30);
        }
      })();
    }
  }
  await vi.advanceTimersByTimeAsync(ms + 2000);
  return departures.filter((at) => at < startedAt + ms);
}

function mostWithinASecond(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));
}

test('three replicas together never leave more often than their budget, and use almost all of it', async () => {
  const departures = await askFor(5000, 3, createMemoryPermitSource(194, now));
  expect(mostWithinASecond(departures)).toBeLessThanOrEqual(200);
  expect(departures.length).toBeGreaterThanOrEqual(5 * 200 * 0.95);
});

test('what is leased is never more than what is wanted', async () => {
  const leased: number[] = [];
  const memory = createMemoryPermitSource(194, now);
  const budget = openBudget({
    lease(count) {
      leased.push(count);
      return memory.lease(count);
    },
  });
  const first = budget.acquire('in-turn');
  await vi.advanceTimersByTimeAsync(10);
  (await first).done('taken');
  expect(leased).toEqual([1]);
});

test('a source that gives fewer than asked for is asked again', async () => {
  const memory = createMemoryPermitSource(194, now);
  const budget = openBudget({ lease: () => memory.lease(1) });
  const slots = Promise.all(Array.from({ length: 5 }, () => budget.acquire('in-turn')));
  await vi.advanceTimersByTimeAsync(100);
  expect(await slots).toHaveLength(5);
});
