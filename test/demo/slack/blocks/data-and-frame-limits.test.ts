import { test } from 'vitest';
import { expectLimit, type Limit } from './expect-limit.ts';
import * as sample from './samples.ts';
import { button, letters, mrkdwn, plain, raw, section, times } from './samples.ts';

const cells = (many: number) => times(many, () => raw('a'));

const LIMITS: readonly Limit[] = [
  { of: 'table rows', most: 100, pointer: '/0/rows', blocks: (n) => [sample.table(times(n, () => cells(1)))] },
  { of: 'table cells in a row', most: 20, pointer: '/0/rows/0', blocks: (n) => [sample.table([cells(n)])] },
  {
    of: 'table characters',
    most: 10_000,
    pointer: '/0/rows',
    blocks: (n) => [sample.table([[raw('a')], [sample.rich(letters(n - 1))]])],
  },
  {
    of: 'column settings',
    most: 20,
    pointer: '/0/column_settings',
    blocks: (n) => [sample.table([cells(1)], { column_settings: times(n, () => null) })],
  },
  {
    of: 'data rows under a header',
    most: 100,
    pointer: '/0/rows',
    blocks: (n) => [sample.dataTable(times(n + 1, () => cells(1)))],
  },
  {
    of: 'data characters',
    most: 10_000,
    pointer: '/0/rows',
    blocks: (n) => [sample.dataTable([[raw('a')], [raw(letters(n - 1))]])],
  },
  {
    of: 'a page',
    most: 100,
    pointer: '/0/page_size',
    blocks: (n) => [sample.dataTable([cells(1), cells(1)], { page_size: n })],
  },
  {
    of: 'a row header index',
    most: 1,
    pointer: '/0/row_header_column_index',
    blocks: (n) => [sample.dataTable([cells(2), cells(2)], { row_header_column_index: n })],
  },
  { of: 'charts in a message', most: 2, pointer: '/2', blocks: (n) => times(n, () => sample.pie(1)) },
  { of: 'a chart title', most: 50, pointer: '/0/title', blocks: (n) => [{ ...sample.pie(1), title: letters(n) }] },
  { of: 'pie segments', most: 6, pointer: '/0/chart/segments', blocks: (n) => [sample.pie(n)] },
  {
    of: 'a segment label',
    most: 20,
    pointer: '/0/chart/segments/0/label',
    blocks: (n) => [sample.pie(1, { label: letters(n) })],
  },
  { of: 'series', most: 6, pointer: '/0/chart/series', blocks: (n) => [sample.line(n, 2)] },
  { of: 'categories', most: 20, pointer: '/0/chart/axis_config/categories', blocks: (n) => [sample.line(1, n)] },
  {
    of: 'a point label',
    most: 20,
    pointer: '/0/chart/series/0/data/0/label',
    blocks: (n) => [sample.line(1, 1, () => letters(n))],
  },
  {
    of: 'a card title',
    most: 150,
    pointer: '/0/title/text',
    blocks: (n) => [{ type: 'card', title: mrkdwn(letters(n)) }],
  },
  {
    of: 'a card body',
    most: 200,
    pointer: '/0/body/text',
    blocks: (n) => [{ type: 'card', body: mrkdwn(letters(n)) }],
  },
  {
    of: 'card buttons',
    most: 3,
    pointer: '/0/actions',
    blocks: (n) => [{ type: 'card', actions: times(n, (i) => button({ action_id: `a${i}` })) }],
  },
  {
    of: 'cards',
    most: 10,
    pointer: '/0/elements',
    blocks: (n) => [{ type: 'carousel', elements: times(n, () => sample.card) }],
  },
  {
    of: 'container blocks',
    most: 10,
    pointer: '/0/child_blocks',
    blocks: (n) => [sample.container(...times(n, () => section()))],
  },
  {
    of: 'an alert',
    most: 200,
    pointer: '/0/text/text',
    blocks: (n) => [{ type: 'alert', text: plain(letters(n)) }],
    surface: 'modal',
  },
];

test.each(LIMITS)('$of: $most is taken, one more is refused', expectLimit);
