import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createRecentCount } from '../../../src/lookup/budget/sliding-window.ts';

test('what happened within the last second counts, and not a millisecond longer', () => {
  const count = createRecentCount(1000);
  count.add(0);
  count.add(400);
  count.add(400);
  expect([400, 999, 1000, 1399, 1400].map((now) => count.count(now))).toEqual([3, 3, 2, 2, 0]);
});

test('thousands are counted right, whether somebody asks now and then or never', () => {
  const asked = createRecentCount(1000);
  const unasked = createRecentCount(1000);
  for (let at = 0; at < 10_000; at += 1) {
    asked.add(at);
    unasked.add(at);
    if (at % 700 === 0) expect(asked.count(at)).toBe(Math.min(1000, at + 1));
  }
  expect(asked.count(9999)).toBe(1000);
  expect(unasked.count(9999)).toBe(1000);
});

test('what nobody asks about is forgotten all the same', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const count = createRecentCount(1000);
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let at = 0; at < 2_000_000; at += 1) count.add(at);
  collect();
  // Kept whole they would take 16 MB: an hour and a half at 400 a second.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(4_000_000);
  expect(count.count(2_000_000)).toBe(999);
});
