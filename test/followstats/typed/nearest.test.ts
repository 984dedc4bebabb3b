import distance from 'damerau-levenshtein';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { nearest } from '../../../src/followstats/typed/nearest.ts';

vi.mock('damerau-levenshtein', { spy: true });
afterEach(() => vi.clearAllMocks());

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

test('lengths are looked at first: words too long or too short for a name are not compared with it', () => {
  const names = ['help', 'lookup', 'list', 'x'.repeat(31), 'x'.repeat(33)];
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.nat(2), (word, mostTypos) => {
      vi.mocked(distance).mockClear();
      nearest(word, names, mostTypos);
      for (const [one, other] of vi.mocked(distance).mock.calls) {
        expect(Math.abs(one.length - other.length)).toBeLessThanOrEqual(mostTypos);
        for (const text of [one, other]) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(32);
      }
    }),
  );
});

test.each([33, 4000, 24_000, 1_000_000])('a word of %i letters is compared with nothing', (length) => {
  const word = 'x'.repeat(length);
  expect(nearest(word, [word, word.slice(1)], 2)).toBeUndefined();
  expect(distance).not.toHaveBeenCalled();
});

test('bytes count, not letters', () => {
  expect(nearest('é'.repeat(17), ['é'.repeat(17), 'é'.repeat(16)], 2)).toBeUndefined();
  expect(nearest('é'.repeat(16), ['é'.repeat(16)], 2)).toBe('é'.repeat(16));
});
