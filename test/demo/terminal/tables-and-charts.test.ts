import { expect, test } from 'vitest';
import type { Block } from '../../../src/demo/slack/types.ts';
import { renderMessage } from '../../../src/demo/terminal/render-message.ts';
import { count, dataTable, line, pie, raw, rich, table } from '../slack/blocks/samples.ts';

const show = (block: unknown, width: number) =>
  renderMessage({ text: '', blocks: [block as Block] }, { width, colour: false, timeZone: 'UTC' });

test('columns of numbers stand to the right, with their header and their gaps', () => {
  const block = dataTable([
    [raw('UserID'), raw('Followers')],
    [raw('alice'), { type: 'raw_number', value: 1234, text: '1,234' }],
    [raw('ghost'), raw('–')],
  ]);
  expect(show(block, 80)).toMatchInlineSnapshot(`
    "Followers
    ┌────────┬───────────┐
    │ UserID │ Followers │
    ├────────┼───────────┤
    │ alice  │     1,234 │
    │ ghost  │         – │
    └────────┴───────────┘"
  `);
});

test('column settings are obeyed', () => {
  const rows = [
    [raw('first'), raw('second')],
    [raw('a'), raw('b')],
  ];
  expect(show(table(rows, { column_settings: [null, { align: 'right' }] }), 80)).toContain('│ a     │      b │');
});

test('a table too wide for the page wraps its widest column', () => {
  const block = table([
    [raw('UserID'), raw('Why')],
    [raw('alice'), raw('The account does not exist in this app')],
  ]);
  expect(show(block, 34)).toMatchInlineSnapshot(`
    "┌────────┬──────────────────────┐
    │ UserID │ Why                  │
    ├────────┼──────────────────────┤
    │ alice  │ The account does not │
    │        │ exist in this app    │
    └────────┴──────────────────────┘"
  `);
});

test('wide characters keep the frame straight', () => {
  expect(
    show(
      table([
        [raw('名前'), raw('n')],
        [raw('李雷'), count(1)],
        [raw('a'), count(22)],
      ]),
      80,
    ),
  ).toMatchInlineSnapshot(`
    "┌──────┬────┐
    │ 名前 │  n │
    ├──────┼────┤
    │ 李雷 │  1 │
    │ a    │ 22 │
    └──────┴────┘"
  `);
});

test('a table of a hundred rows is drawn whole, with rich text and rows of other lengths', () => {
  const rows = Array.from({ length: 100 }, (_, index) =>
    index % 2 ? [raw(`r${index}`)] : [rich(`r${index}`), count(index)],
  );
  const drawn = show(table(rows), 80);
  for (let index = 0; index < 100; index += 1) expect(drawn).toContain(`r${index} `);
});

test('a chart is a list of bars on one scale, in the order of its axis', () => {
  const chart = {
    type: 'data_visualization',
    title: 'History',
    chart: {
      type: 'bar',
      series: [
        {
          name: 'alice',
          data: [
            { label: 'Tue', value: 2000 },
            { label: 'Mon', value: 1000 },
          ],
        },
        {
          name: 'bob',
          data: [
            { label: 'Mon', value: -500 },
            { label: 'Tue', value: 0 },
          ],
        },
      ],
      axis_config: { categories: ['Mon', 'Tue'] },
    },
  };
  expect(show(chart, 28)).toMatchInlineSnapshot(`
    "History
    alice
    Mon 1,000 █████████
    Tue 2,000 ██████████████████
    bob
    Mon  -500 ░░░░░
    Tue     0"
  `);
});

test.each([1, 20, 80])('charts fit a page of %i columns as far as their labels do', (width) => {
  expect(show(pie(6), width)).toContain('s5 1');
  expect(show(line(6, 20), width)).toContain('▁');
});

test('lines are a row each, from the first value to the last, on a scale of their own', () => {
  const points = (...values: readonly number[]) => values.map((value, n) => ({ label: `${n + 1} Nov`, value }));
  const chart = {
    type: 'data_visualization',
    title: 'Followers over time',
    chart: {
      type: 'line',
      series: [
        { name: 'alice', data: points(12_361, 12_402, 12_480).toReversed() },
        { name: '李雷', data: points(7, 7, 7) },
        { name: 'grace', data: points(18_363, 17_000, 16_204) },
      ],
      axis_config: { categories: ['1 Nov', '2 Nov', '3 Nov'] },
    },
  };
  expect(show(chart, 60)).toMatchInlineSnapshot(`
    "Followers over time
    alice 12,361 ▁▃█ 12,480
    李雷       7 ▁▁▁      7
    grace 18,363 █▄▁ 16,204
    1 Nov – 3 Nov"
  `);
  expect(show({ ...chart, chart: { type: 'line', series: [] } }, 60)).toBe('Followers over time');
});
