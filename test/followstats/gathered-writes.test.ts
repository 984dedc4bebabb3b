import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { awaitedGap, createGatheredWrites } from '../../src/followstats/gathered-writes.ts';

const MS = 1000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Writes of items, each of which takes as long as the test says. */
function open(gapMs: (tookMs: number) => number) {
  const startedAt = Date.now();
  const written: (readonly [at: number, items: string])[] = [];
  let waiting = '';
  let tookMs = 0;
  const writes = createGatheredWrites({
    isWaiting: () => waiting !== '',
    async write() {
      written.push([Date.now() - startedAt, waiting]);
      waiting = '';
      if (tookMs > 0) await new Promise((resolve) => setTimeout(resolve, tookMs));
    },
    gapMs,
    now: Date.now,
  });
  return {
    written,
    settled: writes.settled,
    add(item: string, takesMs = 0) {
      waiting += item;
      tookMs = takesMs;
      writes.begin();
    },
  };
}

test('the first is written at once, and those that come in the gap behind it together', async () => {
  const { add, written } = open(() => MS);
  add('a');
  add('b');
  await vi.advanceTimersByTimeAsync(0);
  add('c');
  await vi.advanceTimersByTimeAsync(MS / 2);
  add('d');
  await vi.advanceTimersByTimeAsync(MS / 2);
  expect(written).toEqual([
    [0, 'ab'],
    [MS, 'cd'],
  ]);
  await vi.advanceTimersByTimeAsync(5 * MS);
  add('e');
  await vi.advanceTimersByTimeAsync(0);
  expect(written[2]).toEqual([6 * MS, 'e']);
});

test('the gap goes by how long the write took', async () => {
  const { add, written } = open((tookMs) => 2 * tookMs);
  add('a', MS);
  await vi.advanceTimersByTimeAsync(0);
  add('b');
  await vi.advanceTimersByTimeAsync(10 * MS);
  expect(written).toEqual([
    [0, 'a'],
    [3 * MS, 'b'],
  ]);
});

test('nothing is gathered while the end is waited for, and again after that', async () => {
  const { add, written, settled } = open(() => MS);
  for (const item of ['a', 'b']) {
    add(item);
    await vi.advanceTimersByTimeAsync(0);
  }
  const settling = settled();
  await vi.advanceTimersByTimeAsync(0);
  await settling;
  expect(written).toEqual([
    [0, 'a'],
    [0, 'b'],
  ]);
  add('c');
  await vi.advanceTimersByTimeAsync(MS);
  expect(written[2]).toEqual([MS, 'c']);
});

test('what begins in whichever moment of the end of another is written, too', async () => {
  vi.useRealTimers();
  const left: number[] = [];
  for (let steps = 0; steps < 12; steps += 1) {
    const { add, written, settled } = open(() => 0);
    add('a');
    const ended = settled();
    void (async () => {
      await new Promise((resolve) => setImmediate(resolve));
      for (let step = 0; step < steps; step += 1) await undefined;
      add('b');
    })();
    await ended;
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if (written.map(([, items]) => items).join('') !== 'ab') left.push(steps);
  }
  expect(left).toEqual([]);
});

test('behind a write that a person waits for the gap is short, and longer behind a slow one', () => {
  expect([0, 1, 5, 1000].map(awaitedGap())).toEqual([20, 20, 35, 100]);
  expect([0, 1, 5, 1000].map(awaitedGap(0))).toEqual([0, 7, 35, 100]);
});
