import { numberOf, type Shape } from './shape.ts';

export interface Sort {
  readonly column: number;
  readonly direction: 'ascending' | 'descending';
}

type Rows = readonly (readonly Shape[])[];

/** What a press on a column's heading leads to: largest first, smallest first, then the app's own order again. */
export function nextSort(sort: Sort | undefined, column: number): Sort | undefined {
  if (sort?.column !== column) return { column, direction: 'descending' };
  return sort.direction === 'descending' ? { column, direction: 'ascending' } : undefined;
}

/** Rows by the value of one `raw_number` column; equal ones keep the app's order. */
export function sortRows(rows: Rows, sort: Sort | undefined): Rows {
  if (!sort) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const sortValue = (row: readonly Shape[]): number => numberOf(row[sort.column]?.value);
  return rows.toSorted((one, other) => sign * (sortValue(one) - sortValue(other)));
}
