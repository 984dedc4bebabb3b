import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followersAt, type Growth } from '../../../src/demo/chat/growth.ts';

const DAY = 86_400_000;

const moment = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') });
const away = fc.integer({ min: -400 * DAY, max: 400 * DAY });

function growthOf(sign: 1 | -1) {
  const followers = fc.integer({ min: 1, max: 100_000 }).map((count) => sign * count);
  return fc.record(
    {
      now: fc.integer({ min: 0, max: 5_000_000 }),
      perDay: fc.double({ min: 0, max: 3000, noNaN: true }).map((count) => sign * count),
      turn: fc.record({
        followers,
        onDay: fc.integer({ min: -20, max: 20 }),
        spreadDays: fc.double({ min: 0.1, max: 10, noNaN: true }),
      }),
    },
    { requiredKeys: ['now', 'perDay'] },
  ) as fc.Arbitrary<Growth>;
}

test.each([
  ['rises', 1],
  ['falls', -1],
] as const)('an account whose growth is one way only %s, from the past to the future', (_, sign) => {
  fc.assert(
    fc.property(growthOf(sign), moment, away, away, (growth, present, one, other) => {
      const [earlier, later] = [Math.min(one, other), Math.max(one, other)].map((ms) =>
        followersAt(growth, present, present + ms),
      ) as [number, number];
      expect(sign * (later - earlier)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('it is a whole number that is never negative, the same each time, and at the present what it says', () => {
  fc.assert(
    fc.property(fc.oneof(growthOf(1), growthOf(-1)), moment, away, (growth, present, ms) => {
      const count = followersAt(growth, present, present + ms);
      expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
      expect(followersAt({ ...growth }, present, present + ms)).toBe(count);
      expect(followersAt(growth, present, present)).toBe(growth.now);
    }),
  );
});

test('weekends bring more than the days around them, and evenings more than nights', () => {
  const growth = { now: 10_000_000, perDay: 10_000 };
  // A Monday; 17 weeks, so that the longest wave comes round.
  const start = Date.parse('2026-03-02T00:00:00Z');
  const gained = (from: number, hours: number) =>
    followersAt(growth, start, from + hours * 3_600_000) - followersAt(growth, start, from);
  const weeks = Array.from({ length: 17 }, (_, week) => start + week * 7 * DAY);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const onDay = (day: number) => sum(weeks.map((week) => gained(week + day * DAY, 24)));
  expect(Math.min(onDay(5), onDay(6))).toBeGreaterThan(Math.max(...[0, 1, 2, 3].map(onDay)));
  expect(gained(start + 18 * 3_600_000, 2)).toBeGreaterThan(gained(start + 5 * 3_600_000, 2));
});
