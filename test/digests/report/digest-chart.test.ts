import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChartPoint, createDigestChart } from '../../../src/digests/report/digest-chart.ts';
import type { Zone } from '../../../src/digests/schedule/zone.ts';
import { DAY, MONDAY, type Reading, reportOf } from './sample-readings.ts';

const UTC = 'UTC' as Zone;
const BERLIN = 'Europe/Berlin' as Zone;
const HOUR = DAY / 24;
const pointsOf = (days: readonly Readonly<Record<string, Reading>>[]): readonly ChartPoint[] =>
  days.map((day, n) => ({ postedAt: MONDAY + n * DAY, readings: reportOf(day).readings }));
const drawn = (days: readonly Readonly<Record<string, Reading>>[]) =>
  createDigestChart(pointsOf(days), UTC)?.series.map(({ account, followers }) => [account, ...followers]);

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
  expect(createDigestChart(pointsOf([many]), UTC)).toMatchObject({
    all: 20,
    tooNew: [],
    instants: [expect.any(Number)],
  });
  expect(drawn([many])).toHaveLength(14);
});

test('where an account could not be read its line keeps the number of the post before', () => {
  expect(
    drawn([
      { a: 7, b: 6 },
      { a: 8, b: 'throttled' },
      { a: 9, b: 4 },
    ]),
  ).toEqual([
    ['a', 7, 8, 9],
    ['b', 6, 6, 4],
  ]);
});

test('which numbers are of an earlier post is known, and when there was none', () => {
  const chart = createDigestChart(
    [
      { postedAt: MONDAY, readings: reportOf({ a: 7, b: 6 }).readings },
      { postedAt: MONDAY + DAY, readings: reportOf({ a: 8, b: 'throttled' }).readings },
      { postedAt: MONDAY + 3 * DAY, readings: reportOf({ a: 9, b: 4 }).readings },
    ],
    UTC,
  );
  expect(chart).toMatchObject({ unposted: new Set([2]), series: [{ unread: new Set() }, { unread: new Set([1]) }] });
});

test('of more accounts the six with most followers are drawn, and how many there are is known', () => {
  const day = { a: 7, b: 6, c: 5, d: 4, e: 3, f: 2, g: 1 };
  const chart = createDigestChart(pointsOf([day, day]), UTC);
  expect(chart?.series.map(({ account }) => account)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(chart).toMatchObject({ all: 7, tooNew: [] });
});

test('a new account doesn’t make the chart short: the next takes its place, and it is named', () => {
  const day = { a: 7, b: 6, c: 5, d: 4, e: 3, f: 2, g: 1 };
  const chart = createDigestChart(pointsOf([day, day, { ...day, star: 99 }]), UTC);
  expect(chart?.series.map(({ account }) => account)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(chart).toMatchObject({ all: 8, tooNew: ['star'] });
  expect(chart?.instants).toHaveLength(3);
});

test('where most top accounts are new, the chart is as short as they are', () => {
  expect(drawn([{ c: 1 }, { c: 2 }, { a: 9, b: 8, c: 3 }, { a: 9, b: 8, c: 4 }])).toEqual([
    ['a', 9, 9],
    ['b', 8, 8],
    ['c', 3, 4],
  ]);
});

const at = (hours: readonly number[]) =>
  createDigestChart(
    hours.map((hour, n) => ({ postedAt: MONDAY + hour * HOUR, readings: reportOf({ a: n }).readings })),
    BERLIN,
  );
const valuesAt = (hours: readonly number[]) => at(hours)?.series[0]?.followers;

test('time is as wide as it was: a day, then six days', () => {
  expect(valuesAt([0, 24, 7 * 24])).toEqual([0, 1, 1, 1, 1, 1, 1, 2]);
});

test('posts a week apart are points a week apart, also where clocks changed in between', () => {
  const weeks = Array.from({ length: 14 }, (_, n) => n * 7 * 24 + (n > 5 ? 1 : 0));
  const chart = at(weeks);
  expect(chart?.series[0]?.followers).toEqual(weeks.map((_, n) => n));
  expect(chart?.instants).toHaveLength(14);
});

test('of several posts on one day the last counts', () => {
  expect(valuesAt([0, 2, 24, 26, 27])).toEqual([1, 4]);
});

test('posts of less than a day stand at their times, those of one minute at one', () => {
  expect(at([0, 1, 3])).toMatchObject({ unit: 'minute', series: [{ followers: [0, 1, 1, 2] }] });
  expect(at([0, 1 / 3600, 2])).toMatchObject({ unit: 'minute', series: [{ followers: [1, 2] }] });
});

test('a daily post that comes a few seconds early or late keeps its day', () => {
  const chart = at([0, 24.001, 47.999, 72.002]);
  expect(chart).toMatchObject({ unit: 'day', series: [{ followers: [0, 1, 2, 3] }] });
});

test('nothing read, no chart', () => {
  expect(createDigestChart([], UTC)).toBeUndefined();
  expect(drawn([{ a: 1 }, { a: 'missing_account' }])).toBeUndefined();
});

const reading = fc.oneof(fc.nat(1000), fc.constant('throttled' as const));
const readings = fc.dictionary(fc.constantFrom(...'abcdefghij'), reading);
/** How long after the post before it a post comes, ms. */
const gap = fc.oneof(fc.constant(DAY), fc.constant(7 * DAY), fc.nat(40 * DAY), fc.nat(DAY));
const zone = fc.constantFrom(UTC, BERLIN, 'America/Nuuk' as Zone, 'Pacific/Apia' as Zone);

test('whatever was read when, the chart is true in time and number, within Slack’s limits', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(gap, readings), { maxLength: 20 }), zone, (days, where) => {
      let postedAt = MONDAY;
      const points = days.map(([after, day]) => {
        postedAt += after;
        return { postedAt, readings: reportOf(day).readings };
      });
      const chart = createDigestChart(points, where);
      if (!chart) return;
      const { unit, instants, series } = chart;
      expect(instants.length).toBeLessThanOrEqual(20);
      expect(series.length).toBeLessThanOrEqual(instants.length > 1 ? 6 : 14);
      expect(series.length).toBeGreaterThan(0);

      // Evenly spaced to within a step, and an hour where clocks change.
      const [first = 0] = instants;
      const length = (instants.at(-1) ?? 0) - first;
      const step = length / Math.max(1, instants.length - 1);
      for (const [n, instant] of instants.entries()) {
        expect(Math.abs(instant - (first + n * step))).toBeLessThanOrEqual(step / 2 + 25 * HOUR);
        expect(instant).toBeGreaterThan(instants[n - 1] ?? 0);
      }

      const unitMs = unit === 'day' ? 25 * HOUR : 60_000;
      for (const { account, followers, unread } of series) {
        expect(followers).toHaveLength(instants.length);
        const said = points.flatMap((point) => {
          const one = point.readings.get(account);
          return one?.kind === 'read' ? [{ at: point.postedAt, followers: one.counts.followers }] : [];
        });
        expect(followers.at(-1)).toBe(said.at(-1)?.followers);
        for (const [n, value] of followers.entries()) {
          const since = n === 0 ? first - unitMs : (instants[n - 1] ?? 0);
          const isOfThen = said.some(
            (one) => one.at > since && one.at <= (instants[n] ?? 0) + unitMs && one.followers === value,
          );
          if (!isOfThen) expect(unread.has(n) || chart.unposted.has(n)).toBe(true);
          const by = (instants[n] ?? 0) + unitMs;
          const then = said.filter((one) => one.at <= by && one.followers === value);
          expect(then).not.toEqual([]);
        }
      }
    }),
  );
});
