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

const CALLS_PER_SECOND = 200;

function openLocal() {
  const adaptive = createAdaptiveRate({ most: CALLS_PER_SECOND, burst: 50 });
  return createRateBudget({ callsPerSecond: CALLS_PER_SECOND, adaptive, now });
}

function openBudget(source: PermitSource) {
  const onError = (error: unknown) => {
    throw error;
  };
  return createLeasedBudget({
    local: openLocal(),
    leasePermits: () => source,
    callsPerSecond: CALLS_PER_SECOND,
    now,
    onError,
  });
}

/** A budget whose source does as told; `depart` asks for so many permits and says when each came, milliseconds from then. */
function openFailing(lease: PermitSource['lease']) {
  const rates: number[] = [];
  const errors: unknown[] = [];
  const budget = createLeasedBudget({
    local: openLocal(),
    leasePermits: (callsPerSecond) => {
      rates.push(callsPerSecond);
      return { lease };
    },
    callsPerSecond: CALLS_PER_SECOND,
    now,
    onError: (error) => errors.push(error),
  });
  async function depart(calls: number): Promise<readonly number[]> {
    const startedAt = now();
    const acquired = Array.from({ length: calls }, async () => {
      const permit = await budget.acquire({ urgency: 'normal' });
      permit.release('taken');
      return now() - startedAt;
    });
    await vi.advanceTimersByTimeAsync(4000);
    return Promise.all(acquired);
  }
  return { budget, depart, rates, errors };
}

/** Lets several replicas ask as fast as they can for so long; all their moments of leaving, in order. */
async function askFor(ms: number, replicas: number, source: PermitSource): Promise<readonly number[]> {
  const departures: number[] = [];
  const startedAt = now();
  for (const budget of Array.from({ length: replicas }, () => openBudget(source))) {
    for (let n = 0; n < 40; n += 1) {
      void (async () => {
        while (now() < startedAt + ms) {
          const permit = await budget.acquire({ urgency: 'normal' });
          departures.push(now());
          setTimeout(() => permit.release('taken'), 30);
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
  const first = budget.acquire({ urgency: 'normal' });
  await vi.advanceTimersByTimeAsync(10);
  (await first).release('taken');
  expect(leased).toEqual([1]);
});

test('a source that gives fewer than asked for is asked again', async () => {
  const memory = createMemoryPermitSource(194, now);
  const budget = openBudget({ lease: () => memory.lease(1) });
  const permits = Promise.all(Array.from({ length: 5 }, () => budget.acquire({ urgency: 'normal' })));
  await vi.advanceTimersByTimeAsync(100);
  expect(await permits).toHaveLength(5);
});

test('what is leased is a little under the budget', () => {
  expect(openFailing(async (count) => ({ count, waitMs: 0, gapMs: 5 })).rates).toEqual([192]);
});

test('when the source fails, the replica gives itself a tenth of the budget, and asks again after a rest', async () => {
  let isDown = true;
  let asked = 0;
  const memory = createMemoryPermitSource(192, now);
  const { depart, errors } = openFailing((count) => {
    asked += 1;
    return isDown ? Promise.reject(new Error('gone')) : memory.lease(count);
  });
  // A twentieth of a second apart: a tenth of 200 calls a second.
  expect(await depart(4)).toEqual([0, 50, 100, 150]);
  expect([asked, errors]).toEqual([1, [new Error('gone')]]);
  isDown = false;
  await vi.advanceTimersByTimeAsync(1000);
  const [, , , last] = await depart(4);
  expect(last).toBeLessThan(30);
  expect(errors).toHaveLength(1);
});

test('when the source does not answer within a second, calls leave without it', async () => {
  const { depart, errors } = openFailing(() => new Promise(() => {}));
  expect(await depart(2)).toEqual([1000, 1050]);
  expect(errors).toEqual([new Error('no lease within 1000 ms')]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a wait for the local budget can be given up: it rejects with the signal’s reason', async () => {
  const { budget } = openFailing(async (count) => ({ count, waitMs: 0, gapMs: 5 }));
  const reason = new Error('given up');
  const givingUp = new AbortController();
  // More than the local budget lets at once.
  const acquired = Array.from({ length: 60 }, () => budget.acquire({ urgency: 'normal' }));
  const given = expect(budget.acquire({ urgency: 'normal', signal: givingUp.signal })).rejects.toBe(reason);
  givingUp.abort(reason);
  await given;
  await vi.advanceTimersByTimeAsync(1000);
  expect(await Promise.all(acquired)).toHaveLength(60);
});
