import { expect, test } from 'vitest';
import { nextSort, sortRows } from '../../../../src/demo/page/blocks/data-table-sort.ts';

const ROWS = [
  ['alice', 9],
  ['bob', 100],
  ['carol', 9],
  ['dave', -1],
].map(([name, value]) => [
  { type: 'raw_text', text: name },
  { type: 'raw_number', value, text: `${value} followers` },
]);

const names = (rows: ReturnType<typeof sortRows>) => rows.map(([cell]) => cell?.text);

test('numbers sort by value, not by their text, and equal ones keep the order of the app', () => {
  expect(names(sortRows(ROWS, { column: 1, direction: 'descending' }))).toEqual(['bob', 'alice', 'carol', 'dave']);
  expect(names(sortRows(ROWS, { column: 1, direction: 'ascending' }))).toEqual(['dave', 'alice', 'carol', 'bob']);
});

test('a third press brings the order of the app back', () => {
  const once = nextSort(undefined, 1);
  const twice = nextSort(once, 1);
  expect([once?.direction, twice?.direction, nextSort(twice, 1)]).toEqual(['descending', 'ascending', undefined]);
  expect(names(sortRows(ROWS, undefined))).toEqual(['alice', 'bob', 'carol', 'dave']);
});

test('another column begins from the top', () => {
  expect(nextSort({ column: 1, direction: 'ascending' }, 2)).toEqual({ column: 2, direction: 'descending' });
});
