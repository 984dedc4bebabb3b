import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nextTurn, systemTimers } from '../src/timers.ts';

const { sleep, timeout } = systemTimers;
const MS = 1000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a sleep ends after its time, and leaves no listener with its signal', async () => {
  const { signal } = new AbortController();
  const ended = vi.fn();
  const sleeping = sleep(MS, signal).then(ended);
  await vi.advanceTimersByTimeAsync(MS - 1);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await sleeping;
  expect(ended).toHaveBeenCalledOnce();
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('a sleep ends with its signal’s reason, and leaves neither a timer nor a listener', async () => {
  const stop = new AbortController();
  const sleeping = sleep(MS, stop.signal);
  const reason = new Error('stopped');
  stop.abort(reason);
  await expect(sleeping).rejects.toBe(reason);
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
});

test('a sleep whose signal has aborted does not begin', async () => {
  const reason = new Error('stopped');
  await expect(sleep(MS, AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(vi.getTimerCount()).toBe(0);
});

test('a timeout aborts after its time, as AbortSignal.timeout does', async () => {
  const signal = timeout(MS);
  await vi.advanceTimersByTimeAsync(MS - 1);
  expect(signal.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(signal.reason).toBeInstanceOf(DOMException);
  expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
});

test('the next turn comes when the global setImmediate says so', async () => {
  const come = vi.fn();
  const turn = nextTurn().then(come);
  await Promise.resolve();
  expect(come).not.toHaveBeenCalled();
  vi.advanceTimersByTime(0);
  await turn;
  expect(come).toHaveBeenCalledOnce();
});
