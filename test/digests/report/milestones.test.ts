import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milestonePassed } from '../../../src/digests/report/milestones.ts';

test.each([
  [99, 100, 100],
  [100, 101, undefined],
  [0, 0, undefined],
  [0, 1, 1],
  [1, 2, 2],
  [2, 4, undefined],
  [4, 25, 20],
  [0, 99, 50],
  [0, 100, 100],
  [9, 1200, 1000],
  [199, 200, 200],
  [499, 500, 500],
  [4999, 5100, 5000],
  [9990, 10_003, 10_000],
  [10_003, 9990, undefined],
  [3_999_999, 4_000_001, undefined],
  [1_999_999, 4_000_001, 2_000_000],
])('from %i to %i followers passes %s', (before, now, reached) => {
  expect(milestonePassed(now, before)).toBe(reached);
});

test('what was passed lies between the two numbers, is round, and is the highest of them', () => {
  const count = fc.oneof(fc.nat(1000), fc.nat(4_000_000_000));
  fc.assert(
    fc.property(count, count, (now, before) => {
      const round = Array.from({ length: 11 }, (_, power) => [1, 2, 5].map((times) => times * 10 ** power)).flat();
      const passed = round.filter((one) => one > before && one <= now);
      expect(milestonePassed(now, before)).toBe(passed.at(-1));
    }),
  );
});
