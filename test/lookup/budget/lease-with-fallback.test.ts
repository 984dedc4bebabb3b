import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLeaseWithFallback } from '../../../src/lookup/budget/lease-with-fallback.ts';
import type { Lease } from '../../../src/lookup/budget/leased-budget.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function open(lease: (count: number) => Promise<Lease>) {
  const asked: number[] = [];
  const troubles: unknown[] = [];
  const rates: number[] = [];
  const source = createLeaseWithFallback({
    leasePermits: (callsPerSecond) => {
      rates.push(callsPerSecond);
      return {
        lease(count) {
          asked.push(count);
          return lease(count);
        },
      };
    },
    callsPerSecond: 100,
    now: () => Date.now(),
    onError: (error) => troubles.push(error),
  });
  return { source, asked, troubles, rates };
}

const shared = (count: number): Lease => ({ count, waitMs: 3, gapMs: 10 });

test('while the shared source answers its leases are handed on, a little under the budget', async () => {
  const { source, rates, troubles } = open(async (count) => shared(count));
  expect(await source.lease(7)).toEqual(shared(7));
  expect(rates).toEqual([96]);
  expect(troubles).toEqual([]);
});

test('when it fails, the replica gives itself a tenth, and asks again after a rest', async () => {
  let isDown = true;
  const { source, asked, troubles } = open(async (count) => {
    if (isDown) throw new Error('gone');
    return shared(count);
  });
  expect(await source.lease(2)).toEqual({ count: 2, waitMs: 0, gapMs: 100 });
  expect(await source.lease(1)).toEqual({ count: 1, waitMs: 200, gapMs: 100 });
  expect([asked, troubles.length]).toEqual([[2], 1]);
  isDown = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect(await source.lease(3)).toEqual(shared(3));
});

test('when it does not answer within a second, nobody waits for it any longer', async () => {
  const { source, troubles } = open(() => new Promise(() => {}));
  const leasing = source.lease(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await leasing).toMatchObject({ count: 1, gapMs: 100 });
  expect(troubles).toEqual([new Error('no lease within 1000 ms')]);
  expect(vi.getTimerCount()).toBe(0);
});
