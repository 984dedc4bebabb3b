import type {
  DataTableBlock,
  KnownBlock,
  RawNumberElement,
  RawTextElement,
  RichTextBlock,
  TableBlock,
} from '@slack/types';
import { LIMITS } from './limits.ts';

/** One cell of a table; a number keeps its value, by which `data_table` sorts. */
export type Cell = RawTextElement | RawNumberElement;

/** Stands where there is no number: a missing number is never 0. */
export const MISSING = '–';

/** Sorted below every number that there is. */
const BELOW_ALL = Number.MIN_SAFE_INTEGER;

/** A table, ready to be drawn in three ways with the same content. The first column names what its row is about. */
export interface Table {
  readonly header: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  /** How many columns after the first hold numbers: they are aligned to the right. */
  readonly numbers: number;
}

interface Layout {
  readonly header: readonly string[];
  readonly numbers: number;
  readonly maxRows: number;
}

/** Takes as many rows as Slack's table limits allow, from the first on, and at most `maxRows`. */
export function fitTable<Row>(rows: readonly Row[], layOut: (row: Row) => readonly Cell[], layout: Layout): Table {
  const { header, numbers, maxRows } = layout;
  const cells: (readonly Cell[])[] = [];
  let characters = header.join('').length;
  for (const row of rows.slice(0, maxRows)) {
    const next = layOut(row);
    characters += next.reduce((sum, cell) => sum + cell.text.length, 0);
    if (characters > LIMITS.tableCharacters) break;
    cells.push(next);
  }
  return { header, cells, numbers };
}

/** Sortable; the first column is each row's header for screen readers. */
function toDataTable({ header, cells }: Table, caption: string): DataTableBlock {
  return {
    type: 'data_table',
    caption,
    rows: [header.map(rawText), ...cells.map((row) => [...row])],
    page_size: Math.max(1, Math.min(cells.length, LIMITS.tablePageRows)),
    row_header_column_index: 0,
  };
}

/** The plain table: older than `data_table`, so every cell is text. */
function toTable({ header, cells, numbers }: Table): TableBlock {
  const columns = header.map((_, n) => ({ align: isNumeric(n, numbers) ? ('right' as const) : ('left' as const) }));
  const rows = cells.map((row) => row.map((cell) => rawText(cell.text)));
  return { type: 'table', column_settings: columns, rows: [header.map(rawText), ...rows] };
}

/** Fixed-width text in columns, where no table is taken. */
function toPreformatted({ header, cells, numbers }: Table): RichTextBlock {
  const rows = [header, ...cells.map((row) => row.map((cell) => cell.text))];
  const widths = header.map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((text, n) => (isNumeric(n, numbers) ? text.padStart(widths[n] ?? 0) : text.padEnd(widths[n] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const text = { type: 'text' as const, text: lines.join('\n') };
  return { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [text] }] };
}

/** One way to draw a table. */
export interface Drawing {
  readonly draw: (table: Table, caption: string) => KnownBlock;
  readonly maxRows: number;
}

/** Richest first; Slack rejects the richer ones in some workspaces. */
export const DRAWINGS: readonly [dataTable: Drawing, table: Drawing, preformatted: Drawing] = [
  { draw: toDataTable, maxRows: LIMITS.dataTableRows },
  { draw: toTable, maxRows: LIMITS.tableRows },
  { draw: toPreformatted, maxRows: LIMITS.dataTableRows },
];

const isNumeric = (column: number, numbers: number): boolean => column >= 1 && column <= numbers;

/** A cell of plain text, in which Slack reads no markup. @param text not empty, which Slack would reject */
export function rawText(text: string): RawTextElement {
  return { type: 'raw_text', text };
}

/** A number as it is sorted, and as it reads. */
export function rawNumber(value: number, text: string): RawNumberElement {
  return { type: 'raw_number', value, text };
}

/** The cell of a column of numbers where there is none: a cell of text would end the sorting by number for the whole column. */
export function noNumber(): RawNumberElement {
  return { type: 'raw_number', value: BELOW_ALL, text: MISSING };
}
