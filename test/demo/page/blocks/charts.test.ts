import { expect, test } from 'vitest';
import { describeChart, readChart } from '../../../../src/demo/page/blocks/chart-data.ts';
import { axisLabels, createScale, plotOf } from '../../../../src/demo/page/blocks/chart-scale.ts';

const PLOT = plotOf(560);

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
  expect(createScale({ plot: PLOT, values, categories: 3, fromZero }).ticks).toEqual(ticks);
});

test.each([[[0]], [[7]], [[-3, -3]]])('values that are all the same, %j, still have a place', (values) => {
  const scale = createScale({ plot: PLOT, values, categories: 1, fromZero: false });
  const y = scale.y(values[0] ?? 0);
  expect(y).toBeGreaterThanOrEqual(PLOT.top);
  expect(y).toBeLessThanOrEqual(PLOT.bottom);
});

test.each([288, 318, 560, 1200])(
  'at %i px the labels of fourteen points neither touch nor leave the drawing',
  (width) => {
    const plot = plotOf(width);
    const categories = Array.from({ length: 14 }, (_, day) => `Nov ${day + 1}, 09:00`);
    const labels = axisLabels(
      categories,
      createScale({ plot, values: [1, 2], categories: 14, fromZero: false }),
      plot,
      6.5,
    );
    const halfOf = (text: string) => (text.length * 6.5) / 2;
    for (const [at, { x, text }] of labels.entries()) {
      const before = labels[at - 1];
      expect(x - halfOf(text)).toBeGreaterThanOrEqual(before ? before.x + halfOf(before.text) : 0);
      expect(x + halfOf(text)).toBeLessThanOrEqual(width);
    }
    expect(labels.at(-1)?.text).toBe('Nov 14, 09:00');
  },
);
