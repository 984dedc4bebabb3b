import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHART_SLOTS, type ChartPoint, createDigestChart } from '../../../src/digests/report/digest-chart.ts';
import { MONDAY, type Reading, reportOf } from './sample-readings.ts';

const DAY = 86_400_000;
const pointsOf = (days: readonly Readonly<Record<string, Reading>>[]): readonly ChartPoint[] =>
  days.map((day, n) => ({ postedAt: MONDAY + n * DAY, readings: reportOf(day).readings }));
const drawn = (days: readonly Readonly<Record<string, Reading>>[]) =>
  createDigestChart(pointsOf(days))?.series.map(({ account, followers }) => [account, ...followers]);

test('lines go over the posts, the account with most followers first', () => {
  expect(
    drawn([
      { a: 1, b: 5 },
      { a: 2, b: 6 },
      { a: 3, b: 7 },
    ]),
  ).toEqual([
    ['b', 5, 6, 7],
    ['a', 1, 2, 3],
  ]);
});

test('a single post makes bars, up to 14', () => {
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`u${n}`, n]));
  expect(createDigestChart(pointsOf([many]))?.postedAt).toEqual([MONDAY]);
  expect(drawn([many])).toHaveLength(14);
});

test('an account that couldn’t be read in between is left out, and another takes its place', () => {
  const day = { a: 7, b: 6, c: 5, d: 4, e: 3, f: 2, g: 1 };
  expect(drawn([day, { ...day, b: 'throttled' }, day])?.map(([id]) => id)).toEqual(['a', 'c', 'd', 'e', 'f', 'g']);
});

test('where most top accounts are new, the chart is as short as they are', () => {
  expect(drawn([{ c: 1 }, { c: 2 }, { a: 9, b: 8, c: 3 }, { a: 9, b: 8, c: 4 }])).toEqual([
    ['a', 9, 9],
    ['b', 8, 8],
    ['c', 3, 4],
  ]);
});

test('nothing read, no chart', () => {
  expect(createDigestChart([])).toBeUndefined();
  expect(drawn([{ a: 1 }, { a: 'missing_account' }])).toBeUndefined();
});

test('whatever was read when, every line has a true point for every post, within Slack’s limits', () => {
  const reading = fc.oneof(fc.nat(1000), fc.constant('throttled' as const));
  const day = fc.dictionary(fc.constantFrom(...'abcdefghij'), reading);
  fc.assert(
    fc.property(fc.array(day, { maxLength: 20 }), (days) => {
      const chart = createDigestChart(pointsOf(days));
      if (!chart) return;
      expect(chart.postedAt.length).toBeLessThanOrEqual(CHART_SLOTS);
      expect(chart.series.length).toBeLessThanOrEqual(chart.postedAt.length > 1 ? 6 : 14);
      expect(chart.series.length).toBeGreaterThan(0);
      const shown = days.slice(-chart.postedAt.length);
      for (const { account, followers } of chart.series) {
        expect(followers).toEqual(shown.map((one) => one[account]));
      }
    }),
  );
});
