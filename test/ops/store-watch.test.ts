import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { createStoreWatch } from '../../src/ops/store-watch.ts';
import { createLogSink } from '../log-sink.ts';

const ILL = 'the store cannot be used; not ready until it can';
const WELL = 'the store can be used again';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A watch over a store that reads and writes as told: an error, or `never` for no answer. */
function open() {
  const log = createLogSink();
  const trouble: { read?: string; write?: string } = {};
  let writes = 0;
  let reads = 0;
  const say = (error: string | undefined) =>
    error === 'never' ? new Promise<void>(() => {}) : error ? Promise.reject(new Error(error)) : Promise.resolve();
  const watch = createStoreWatch({
    everyMs: 15_000,
    retryMs: 5000,
    keptMs: 2000,
    timeLimitMs: 4000,
    log: createLogger({ level: 'info', secrets: [], destination: log }),
    now: () => Date.now(),
  });
  const store = {
    check() {
      reads += 1;
      return say(trouble.read);
    },
    checkWrite() {
      writes += 1;
      return say(trouble.write);
    },
  };
  const reasons = () => log.named(ILL).map(({ reason }) => reason);
  return { watch, store, trouble, reasons, log, counts: () => ({ writes, reads }) };
}

test('it is not well before the first write has been proved', async () => {
  const { watch, store } = open();
  expect(await watch.isWell()).toBe(false);
  await watch.start(store);
  expect(await watch.isWell()).toBe(true);
});

test('a store that cannot be written at the start is not well, and says why', async () => {
  const { watch, store, trouble, reasons } = open();
  trouble.write = 'full';
  await watch.start(store);
  expect([await watch.isWell(), reasons()]).toEqual([false, ['full']]);
});

test('however many probes ask, it is written once an interval', async () => {
  const { watch, store, counts } = open();
  await watch.start(store);
  for (let second = 0; second < 60; second += 1) {
    await Promise.all(Array.from({ length: 20 }, () => watch.isWell()));
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(counts()).toEqual({ writes: 1 + 60 / 15, reads: 30 });
});

test('a disk that fills up is noticed within an interval and logged once, and so is that there is room again', async () => {
  const { watch, store, trouble, reasons, log } = open();
  await watch.start(store);
  trouble.write = 'full';
  await vi.advanceTimersByTimeAsync(14_999);
  expect(await watch.isWell()).toBe(true);
  await vi.advanceTimersByTimeAsync(1);
  expect(await watch.isWell()).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reasons()).toEqual(['full']);
  delete trouble.write;
  await vi.advanceTimersByTimeAsync(5000);
  expect([await watch.isWell(), log.named(WELL).length]).toEqual([true, 1]);
});

test('a write of the app that failed counts at once, until one succeeds', async () => {
  const { watch, store, trouble, reasons } = open();
  await watch.start(store);
  watch.failed(new Error('full'));
  watch.failed(new Error('another'));
  expect([await watch.isWell(), reasons()]).toEqual([false, ['full']]);
  trouble.write = 'full';
  await vi.advanceTimersByTimeAsync(5000);
  expect(await watch.isWell()).toBe(false);
  delete trouble.write;
  await vi.advanceTimersByTimeAsync(5000);
  expect(await watch.isWell()).toBe(true);
});

test('a store that cannot be read is found by the next probe', async () => {
  const { watch, store, trouble, reasons } = open();
  await watch.start(store);
  trouble.read = 'cut short';
  expect([await watch.isWell(), reasons()]).toEqual([false, ['cut short']]);
});

test('a reason that becomes another is logged, too', async () => {
  const { watch, store, trouble, reasons } = open();
  await watch.start(store);
  watch.failed(new Error('connection lost'));
  trouble.write = 'read-only';
  await vi.advanceTimersByTimeAsync(50_000);
  expect(reasons()).toEqual(['connection lost', 'read-only']);
});

test('a write without an answer is not well, and none is begun beside it', async () => {
  const { watch, store, trouble, reasons, counts } = open();
  await watch.start(store);
  trouble.write = 'never';
  await vi.advanceTimersByTimeAsync(15_000 + 4000);
  expect([await watch.isWell(), reasons()]).toEqual([false, ['the store gave no answer in 4000 ms']]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(counts().writes).toBe(2);
});

test('once it has stopped, nothing is written any more', async () => {
  const { watch, store, counts } = open();
  await watch.start(store);
  await watch.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  watch.failed(new Error('closed'));
  expect(counts().writes).toBe(1);
});
