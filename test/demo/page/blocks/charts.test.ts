import { expect, test } from 'vitest';
import { describeChart, readChart } from '../../../../src/demo/page/blocks/chart-data.ts';
import { createScale, PLOT } from '../../../../src/demo/page/blocks/chart-scale.ts';

const BARS = {
  type: 'data_visualization',
  title: 'Change',
  chart: {
    type: 'bar',
    series: [
      {
        name: 'alice',
        data: [
          { label: 'Tue', value: -1200 },
          { label: 'Mon', value: 3 },
        ],
      },
    ],
    axis_config: { categories: ['Mon', 'Tue', 'Wed'] },
  },
};

test('points find their category by its label, and a missing one is no 0', () => {
  const chart = readChart(BARS);
  expect(chart).toMatchObject({ kind: 'bar', series: [{ name: 'alice', values: [3, -1200, undefined] }] });
  expect(chart && describeChart(chart, 'en-US')).toBe('bar chart. alice: Mon 3, Tue -1,200, Wed no value.');
});

test('a kind that is not documented is not drawn', () => {
  expect(readChart({ ...BARS, chart: { type: 'radar' } })).toBeUndefined();
});

test.each([
  [[12, -5, 8], true, [-5, 0, 5, 10, 15]],
  [[1200, 1344], false, [1200, 1250, 1300, 1350]],
  [[1200, 1344], true, [0, 500, 1000, 1500]],
  [[0.2, 0.6], false, [0.2, 0.3, 0.4, 0.5, 0.6]],
  [[], false, [0, 0.5, 1]],
])('values %j, from zero: %s, are measured by %j', (values, fromZero, ticks) => {
  expect(createScale({ values, categories: 3, fromZero }).ticks).toEqual(ticks);
});

test.each([[[0]], [[7]], [[-3, -3]]])('values that are all the same, %j, still have a place', (values) => {
  const scale = createScale({ values, categories: 1, fromZero: false });
  const y = scale.y(values[0] ?? 0);
  expect(y).toBeGreaterThanOrEqual(PLOT.top);
  expect(y).toBeLessThanOrEqual(PLOT.bottom);
});
