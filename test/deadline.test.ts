import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withDeadline } from '../src/deadline.ts';
import { AppError } from '../src/errors.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const never = () => new Promise<string>(() => {});

test('work that ends in time is returned, and leaves no timer', async () => {
  const work = Promise.withResolvers<string>();
  const waiting = withDeadline(work.promise, { ms: 1000 });
  await vi.advanceTimersByTimeAsync(999);
  work.resolve('done');
  expect(await waiting).toBe('done');
  expect(vi.getTimerCount()).toBe(0);
});

test('work that rejects in time rejects the same', async () => {
  const bug = new TypeError('a bug');
  await expect(withDeadline(Promise.reject(bug), { ms: 1000 })).rejects.toBe(bug);
  expect(vi.getTimerCount()).toBe(0);
});

test('work that is late is out of time, by default', async () => {
  const outcome = withDeadline(never(), { ms: 1000 }).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await outcome).toBeInstanceOf(AppError);
  expect(await outcome).toMatchObject({ failure: { code: 'out_of_time' } });
});

test('work that is late is what `onLate` returns, or rejects with what it throws', async () => {
  const returned = withDeadline(never(), { ms: 1000 }, () => 'instead');
  const thrown = withDeadline(never(), { ms: 1000 }, () => {
    throw new Error('too late');
  }).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await returned).toBe('instead');
  expect(await thrown).toEqual(new Error('too late'));
});

test('what late work rejects with is no unhandled rejection', async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', note);
  const work = Promise.withResolvers<string>();
  const waiting = withDeadline(work.promise, { ms: 1000 }, () => 'instead');
  await vi.advanceTimersByTimeAsync(1000);
  await waiting;
  work.reject(new Error('late'));
  vi.useRealTimers();
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

test('a signal is a deadline, too, also one that has aborted before', async () => {
  const end = new AbortController();
  const waiting = withDeadline(never(), { signal: end.signal }, () => 'late');
  end.abort();
  expect(await waiting).toBe('late');
  expect(await withDeadline(never(), { signal: end.signal }, () => 'late')).toBe('late');
  expect(vi.getTimerCount()).toBe(0);
});

test('work that ended before the signal aborted counts', async () => {
  expect(await withDeadline(Promise.resolve('done'), { signal: AbortSignal.abort() }, () => 'late')).toBe('done');
});
