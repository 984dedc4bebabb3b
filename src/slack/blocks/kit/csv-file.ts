import { stringify } from 'csv-stringify/sync';

/** What a cell may hold; a missing number is an empty cell. */
export type CsvCell = string | number | undefined;

/**
 * Places where a spreadsheet could begin to read a formula: the start of a text, and what follows a character inside it at
 * which a program may split, since Excel splits at `;` instead of `,` in many countries. Quotes and spaces in between
 * don't help it. A `;` at the very end is one, too: the quote that closes the cell would open the next one.
 */
const FORMULA_STARTS = /(?:^|(?<=[;\t\r\n]))(?=[\s"]*[=+\-@＝＋－＠\t\r\n])|(?<=;)(?=[\s"]*$)/g;

/**
 * Writes rows as CSV (RFC 4180, with BOM for Excel). Texts are quoted, so that a `;` in the first column doesn't end its cell,
 * and a `'` stands before everything that a spreadsheet might run as a formula, whether it splits at `,` or at `;`.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return write(rows, { bom: true });
}

/** Writes further rows of a file that `writeCsv` began. */
export function writeCsvRows(rows: readonly (readonly CsvCell[])[]): string {
  return write(rows, { bom: false });
}

function write(rows: readonly (readonly CsvCell[])[], { bom }: { readonly bom: boolean }): string {
  const safe = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell.replace(FORMULA_STARTS, "'") : cell)),
  );
  return stringify(safe, { bom, quoted_string: true, record_delimiter: 'windows' });
}
