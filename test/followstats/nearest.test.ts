import { expect, test } from 'vitest';
import { nearest } from '../../src/followstats/nearest.ts';

test.each([
  ['vip', 1, 'vip'],
  ['vpi', 1, 'vip'],
  ['stras', 1, 'stars'],
  ['strs', 2, 'stars'],
  ['tsras', 1, undefined],
  ['tsras', 2, 'stars'],
  ['starts', 2, 'stars'],
  ['', 1, undefined],
])('%j, at most %i typos away, is %s', (word, mostTypos, name) => {
  expect(nearest(word, ['vip', 'stars', 'start'], mostTypos)).toBe(name);
});
