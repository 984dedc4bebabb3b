import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createSlidingWindow } from '../../../src/lookup/budget/sliding-window.ts';

test('what happened within the last second counts, and not a millisecond longer', () => {
  const window = createSlidingWindow(1000);
  window.add(0);
  window.add(400);
  window.add(400);
  expect([400, 999, 1000, 1399, 1400].map((now) => window.count(now))).toEqual([3, 3, 2, 2, 0]);
});

test('thousands are counted right, whether it is looked at now and then or never', () => {
  const asked = createSlidingWindow(1000);
  const unasked = createSlidingWindow(1000);
  for (let at = 0; at < 10_000; at += 1) {
    asked.add(at);
    unasked.add(at);
    if (at % 700 === 0) expect(asked.count(at)).toBe(Math.min(1000, at + 1));
  }
  expect(asked.count(9999)).toBe(1000);
  expect(unasked.count(9999)).toBe(1000);
});

test('what is never looked at is forgotten all the same', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const window = createSlidingWindow(1000);
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let at = 0; at < 2_000_000; at += 1) window.add(at);
  collect();
  // Kept whole they would take 16 MB: an hour and a half at 400 a second.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(4_000_000);
  expect(window.count(2_000_000)).toBe(999);
});
