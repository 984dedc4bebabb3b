import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retryForever } from '../src/retry-forever.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const transient = new Error('not yet');

function open(work: () => Promise<string>, signal = new AbortController().signal) {
  const waits: (readonly [string, number])[] = [];
  const outcome = retryForever(work, {
    signal,
    transientReason: (error) => (error === transient ? 'not yet' : undefined),
    onWait: (reason, waitMs) => waits.push([reason, waitMs]),
    firstWaitMs: 1000,
  }).catch((error: unknown) => error);
  return { waits, outcome };
}

test('each wait is twice as long as the one before, up to 30 s, until the work succeeds', async () => {
  let left = 8;
  const { waits, outcome } = open(async () => {
    left -= 1;
    if (left > 0) throw transient;
    return 'done';
  });
  await vi.runAllTimersAsync();
  expect(await outcome).toBe('done');
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000].map((waitMs) => ['not yet', waitMs]));
});

test('an error that retries don’t help against ends them at once', async () => {
  const lasting = new Error('no such token');
  let calls = 0;
  const { waits, outcome } = open(async () => {
    calls += 1;
    throw lasting;
  });
  await vi.runAllTimersAsync();
  expect(await outcome).toBe(lasting);
  expect([calls, waits]).toEqual([1, []]);
});

test('a signal that aborts ends a wait, with its reason', async () => {
  const end = new AbortController();
  const reason = new Error('stopping');
  const { outcome } = open(() => Promise.reject(transient), end.signal);
  await vi.advanceTimersByTimeAsync(500);
  end.abort(reason);
  expect(await outcome).toBe(reason);
});
