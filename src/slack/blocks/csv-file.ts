import { stringify } from 'csv-stringify/sync';

/** What a cell may hold; a missing number is an empty cell. */
export type CsvCell = string | number | undefined;

/**
 * Writes rows as CSV (RFC 4180, with BOM for Excel). Cells that a spreadsheet would run as a formula are made text with a
 * leading `'`.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return stringify([...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
