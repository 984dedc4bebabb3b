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
async function askFor(
  ms: number,
  replicas: number,
  source: PermitSource | ((replica: number) => PermitSource),
): Promise<readonly number[]> {
  const departures: number[] = [];
  const startedAt = now();
  const sourceOf = typeof source === 'function' ? source : () => source;
  for (const budget of Array.from({ length: replicas }, (_, n) => openBudget(sourceOf(n)))) {
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
  expect(openFailing(async (count) => ({ count, waitMs: 0, gapMs: 5, decidedAt: now() })).rates).toEqual([192]);
});

test('when the source fails, the replica gives itself a fiftieth of the budget, and asks again after a rest', async () => {
  let isDown = true;
  let asked = 0;
  const memory = createMemoryPermitSource(192, now);
  const { depart, errors } = openFailing((count) => {
    asked += 1;
    return isDown ? Promise.reject(new Error('gone')) : memory.lease(count);
  });
  // A quarter of a second apart: a fiftieth of 200 calls a second.
  expect(await depart(4)).toEqual([0, 250, 500, 750]);
  expect([asked, errors]).toEqual([1, [new Error('gone')]]);
  isDown = false;
  await vi.advanceTimersByTimeAsync(1000);
  const [, , , last] = await depart(4);
  expect(last).toBeLessThan(30);
  expect(errors).toHaveLength(1);
});

test('when the source does not answer within a second, calls leave without it', async () => {
  const { depart, errors } = openFailing(() => new Promise(() => {}));
  expect(await depart(2)).toEqual([1000, 1250]);
  expect(errors).toEqual([new Error('no lease within 1000 ms')]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a wait for the local budget can be given up: it rejects with the signal’s reason', async () => {
  const { budget } = openFailing(async (count) => ({ count, waitMs: 0, gapMs: 5, decidedAt: now() }));
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

/** A source whose answers take so long on their way back. */
function late(source: PermitSource, ms: () => number): PermitSource {
  return {
    async lease(count, leadMs) {
      const lease = await source.lease(count, leadMs);
      await new Promise((resolve) => setTimeout(resolve, ms()));
      return lease;
    },
  };
}

test('answers of the source that are late, each otherwise, bunch no calls together', async () => {
  const memory = createMemoryPermitSource(192, now);
  let n = 0;
  const ways = [1, 700, 2, 2, 350, 1, 900, 3, 1, 120];
  const source = late(memory, () => ways[n++ % ways.length] as number);
  const departures = await askFor(10_000, 3, source);
  expect(mostWithinASecond(departures)).toBeLessThanOrEqual(200);
  expect(departures.length).toBeGreaterThan(400);
});

test('a replica whose source has become slow for good asks for moments that have not passed when it answers', async () => {
  const memory = createMemoryPermitSource(192, now);
  let answers = 0;
  const source = late(memory, () => (answers++ < 5 ? 1 : 300));
  const departures = await askFor(10_000, 1, source);
  expect(departures.filter((at) => at > now() - 4000).length).toBeGreaterThan(50);
  expect(mostWithinASecond(departures)).toBeLessThanOrEqual(200);
});

test('two of three replicas that get no leases keep the budget with the one that does', async () => {
  const memory = createMemoryPermitSource(192, now);
  const failing: PermitSource = { lease: () => Promise.reject(new Error('gone')) };
  const departures: number[] = [];
  const budgets = [memory, failing, failing].map((source) =>
    createLeasedBudget({ local: openLocal(), leasePermits: () => source, callsPerSecond: 200, now, onError: () => {} }),
  );
  for (const budget of budgets)
    for (let n = 0; n < 40; n += 1)
      void (async () => {
        for (;;) {
          const permit = await budget.acquire({ urgency: 'normal' });
          departures.push(now());
          setTimeout(() => permit.release('taken'), 30);
        }
      })();
  await vi.advanceTimersByTimeAsync(5000);
  expect(mostWithinASecond(departures)).toBeLessThanOrEqual(200);
});

test('when the clock of the source was set forward, what was leased before is forgotten: calls leave without it for a while', async () => {
  let aheadMs = 0;
  const { depart, errors } = openFailing(async (count) => ({ count, waitMs: 0, gapMs: 5, decidedAt: now() + aheadMs }));
  await depart(1);
  aheadMs = 60_000;
  expect(await depart(2)).toEqual([0, 250]);
  expect(errors).toEqual([new Error('the clock of the store was set forward')]);
});
