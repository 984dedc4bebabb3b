import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCachedHealthCheck } from '../../src/ops/cached-health-check.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function open(check: () => Promise<void>) {
  let checks = 0;
  const told: unknown[] = [];
  const isWell = createCachedHealthCheck({
    check() {
      checks += 1;
      return check();
    },
    now: () => Date.now(),
    keptMs: 2000,
    timeLimitMs: 1000,
    onFailure: (error) => told.push(error),
  });
  return { isWell, checks: () => checks, told };
}

test('however often it is asked, what it is about is checked once in a while', async () => {
  let isDown = false;
  const { isWell, checks, told } = open(async () => {
    if (isDown) throw new Error('gone');
  });
  expect(await Promise.all([isWell(), isWell(), isWell()])).toEqual([true, true, true]);
  isDown = true;
  await vi.advanceTimersByTimeAsync(1999);
  expect([await isWell(), checks()]).toEqual([true, 1]);
  await vi.advanceTimersByTimeAsync(1);
  expect([await isWell(), checks()]).toEqual([false, 2]);
  expect(told).toEqual([new Error('gone')]);
});

test('what does not answer in time is not well', async () => {
  const { isWell, told } = open(() => new Promise(() => {}));
  const asking = isWell();
  await vi.advanceTimersByTimeAsync(1000);
  expect(await asking).toBe(false);
  expect(told).toEqual([new Error('no answer in 1000 ms')]);
});
