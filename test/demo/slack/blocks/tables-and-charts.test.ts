import { expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import { count, dataTable, line, pie, raw, rich, table } from './samples.ts';

const pointersOf = (block: unknown) => validateBlocks([block], 'message').map(({ pointer }) => pointer);

const HEADER = [raw('UserID'), raw('Followers')];

test.each<readonly [string, string, unknown]>([
  ['a row that is short', '/0/rows/2', dataTable([HEADER, [raw('a'), count(1)], [raw('b')]])],
  [
    'rich text in the header',
    '/0/rows/0/1/type',
    dataTable([
      [raw('UserID'), rich('Followers')],
      [raw('a'), count(1)],
    ]),
  ],
  [
    'a row header past the columns',
    '/0/row_header_column_index',
    dataTable([HEADER, HEADER], { row_header_column_index: 2 }),
  ],
  ['a page of no rows', '/0/page_size', dataTable([HEADER, HEADER], { page_size: 0 })],
  ['a page of two and a half rows', '/0/page_size', dataTable([HEADER, HEADER], { page_size: 2.5 })],
  ['a number that is none', '/0/rows/1/1/value', dataTable([HEADER, [raw('a'), count(Number.NaN)]])],
  ['a number without end', '/0/rows/0/0/value', table([[count(Number.POSITIVE_INFINITY)]])],
  ['a cell of mrkdwn', '/0/rows/0/0/type', table([[{ type: 'mrkdwn', text: 'a' }]])],
])('%s is refused', (_, pointer, block) => {
  expect(pointersOf(block)).toEqual([pointer]);
});

test('a table may have rows of different lengths, a data table may not', () => {
  const rows = [[raw('a'), raw('b')], [raw('c')]];
  expect(pointersOf(table(rows))).toEqual([]);
  expect(pointersOf(dataTable(rows))).toEqual(['/0/rows/1']);
});

const chart = (own: object) => {
  const block = line(2, 3);
  return { ...block, chart: { ...(block.chart as object), ...own } };
};
const points = (...labels: readonly string[]) => labels.map((label) => ({ label, value: 1 }));

test.each<readonly [string, readonly string[], unknown]>([
  ['a slice of nothing', ['/0/chart/segments/0/value'], pie(1, { value: 0 })],
  ['a negative slice', ['/0/chart/segments/0/value'], pie(1, { value: -1 })],
  [
    'two series of one name',
    ['/0/chart/series/1/name'],
    chart({ series: ['a', 'a'].map((name) => ({ name, data: points('d0', 'd1', 'd2') })) }),
  ],
  ['a missing point', ['/0/chart/series/0/data'], chart({ series: [{ name: 'a', data: points('d0', 'd1') }] })],
  [
    'a point of no category',
    ['/0/chart/series/0/data'],
    chart({ series: [{ name: 'a', data: points('d0', 'd1', 'd9') }] }),
  ],
  [
    'two points for one category',
    ['/0/chart/series/0/data'],
    chart({ series: [{ name: 'a', data: points('d0', 'd1', 'd1', 'd2') }] }),
  ],
  ['a kind of chart there is not', ['/0/chart/type'], chart({ type: 'radar' })],
  ['a category given twice', ['/0/chart/axis_config/categories/1'], line(1, 2, () => 'same')],
])('a chart with %s is refused', (_, pointers, block) => {
  expect(pointersOf(block)).toEqual(pointers);
});

test('points may come in another order than the categories', () => {
  expect(pointersOf(chart({ series: [{ name: 'a', data: points('d2', 'd0', 'd1') }] }))).toEqual([]);
});
