import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapsOf } from '../../../src/followstats/history/history.ts';
import { createHistoryChart } from '../../../src/followstats/history/history-chart.ts';
import { growing, historyOf, reading } from './sample-histories.ts';

const chartOf = (rows: Parameters<typeof historyOf>[0]) => createHistoryChart(historyOf(rows));
const drawn = (rows: Parameters<typeof historyOf>[0]) => chartOf(rows)?.series.map(({ account }) => account);

describe('a chart', () => {
  test('has a line for each of up to six accounts with most followers, in the order asked', () => {
    const rows = Object.fromEntries([3, 1, 7, 5, 2, 6, 4].map((n) => [`a${n}`, growing(n * 100, 1)]));
    expect(drawn(rows)).toEqual(['a3', 'a7', 'a5', 'a2', 'a6', 'a4']);
    expect(chartOf(rows)).toMatchObject({ places: growing(0, 1), tooFew: [] });
  });

  test('leaves out an instant at which one of its lines has no reading', () => {
    const rows = { a: growing(1, 1), b: [...growing(9, 1, 4), undefined, undefined, ...growing(9, 1, 5)] };
    expect(chartOf(rows)).toMatchObject({
      places: [0, 1, 2, 3, 6, 7, 8, 9, 10],
      series: [
        { account: 'a', followers: [1, 2, 3, 4, 7, 8, 9, 10, 11] },
        { account: 'b', followers: [9, 10, 11, 12, 9, 10, 11, 12, 13] },
      ],
    });
  });

  test('isn’t emptied by an account that was read now and then: the next one takes its line', () => {
    const rows = { rare: [undefined, 9e6, undefined, 9e6, undefined], a: growing(5, 1), b: growing(3, 1) };
    expect(chartOf(rows)).toMatchObject({ tooFew: ['rare'], places: growing(0, 1) });
    expect(drawn(rows)).toEqual(['a', 'b']);
  });

  test('begins later where all accounts do', () => {
    expect(chartOf({ a: [1, 2, 3], b: [4, 5, 6] })).toMatchObject({ places: [8, 9, 10], tooFew: [] });
  });

  test('needs two instants', () => {
    expect(chartOf({ a: [1], b: [2] })).toBeUndefined();
    expect(chartOf({})).toBeUndefined();
  });
});

const followers = fc.array(fc.option(fc.nat(1000), { nil: undefined }), { minLength: 11, maxLength: 11 });
const rows = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,5}$/),
  followers.filter((all) => all.some((one) => one !== undefined)),
  { maxKeys: 12, noNullPrototype: true },
);

test('whatever was read, each line has a reading at every place and the numbers that were read there', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const chart = chartOf(all);
      if (!chart) return;
      expect(chart.series.length).toBeGreaterThan(0);
      expect(chart.series.length).toBeLessThanOrEqual(6);
      expect(chart.places.length).toBeGreaterThanOrEqual(2);
      for (const { account, followers: shown } of chart.series)
        expect(shown).toEqual(chart.places.map((place) => all[account]?.[place]));
      for (const account of chart.tooFew) expect(chart.series.map((one) => one.account)).not.toContain(account);
    }),
  );
});

test('gaps are where nothing was read, but for the time before the first reading of all and since the last', () => {
  const rows = { a: [1, undefined, undefined, 2, undefined, 3, undefined] };
  const gapsSince = (first: number) => {
    const history = historyOf(rows, { firsts: { a: reading(1, first) } });
    return history.accounts.flatMap((one) => gapsOf(one, history));
  };
  const [start = 0] = historyOf({}).instants;
  expect(gapsSince(start)).toEqual([
    { from: 0, to: 3 },
    { from: 5, to: 6 },
    { from: 8, to: 8 },
  ]);
  expect(gapsSince(start + 1)).toEqual([
    { from: 5, to: 6 },
    { from: 8, to: 8 },
  ]);
});
