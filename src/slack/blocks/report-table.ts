import type { DataTableBlock, RawNumberElement, RawTextElement, RichTextBlock, TableBlock } from '@slack/types';
import type { Row } from '../../followstats/report.ts';
import { clean } from './inline.ts';
import { LIMITS } from './limits.ts';
import { type FormatNumber, rowState } from './report-sentences.ts';

type Cell = RawTextElement | RawNumberElement;

const COUNTS = [
  ['Followers', 'followers'],
  ['Following', 'following'],
  ['Mutual', 'mutual'],
] as const;
/** Stands where there is no number: a missing number is never 0. */
const MISSING = '–';

/** The table of a report, ready to be drawn in three ways with the same content. */
export interface ReportTable {
  readonly header: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
}

/**
 * Lays out as many rows as Slack's table limits allow, from the first on, and at most `maxRows`.
 * The last column appears only when a row has failed, and says why.
 */
export function layOutTable(rows: readonly Row[], maxRows: number, format: FormatNumber): ReportTable {
  const hasFailure = rows.some(({ lookup }) => lookup.kind === 'failed');
  const header = ['UserID', ...COUNTS.map(([title]) => title), ...(hasFailure ? ['Status'] : [])];
  const cells: Cell[][] = [];
  let characters = header.join('').length;
  for (const row of rows.slice(0, maxRows)) {
    const next = layOutRow(row, hasFailure, format);
    characters += next.reduce((sum, cell) => sum + cell.text.length, 0);
    if (characters > LIMITS.tableCharacters) break;
    cells.push(next);
  }
  return { header, cells };
}

function layOutRow(row: Row, hasFailure: boolean, format: FormatNumber): Cell[] {
  const { account, lookup } = row;
  const counts = COUNTS.map(([, name]): Cell => {
    if (lookup.kind === 'failed') return rawText(MISSING);
    return { type: 'raw_number', value: lookup[name], text: format(lookup[name]) };
  });
  return [rawText(clean(account)), ...counts, ...(hasFailure ? [rawText(rowState(row))] : [])];
}

/** Sortable; the UserID is each row's header for screen readers. */
export function toDataTable({ header, cells }: ReportTable, caption: string): DataTableBlock {
  return {
    type: 'data_table',
    caption,
    rows: [header.map(rawText), ...cells.map((row) => [...row])],
    page_size: Math.max(1, Math.min(cells.length, LIMITS.tablePageRows)),
    row_header_column_index: 0,
  };
}

/** The plain table: older than `data_table`, so every cell is text. */
export function toTable({ header, cells }: ReportTable): TableBlock {
  const columns = header.map((_, n) => ({ align: isNumeric(n) ? ('right' as const) : ('left' as const) }));
  const rows = cells.map((row) => row.map((cell) => rawText(cell.text)));
  return { type: 'table', column_settings: columns, rows: [header.map(rawText), ...rows] };
}

/** Fixed-width text in columns, where no table is taken. */
export function toPreformatted({ header, cells }: ReportTable): RichTextBlock {
  const rows = [header, ...cells.map((row) => row.map((cell) => cell.text))];
  const widths = header.map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((text, n) => (isNumeric(n) ? text.padStart(widths[n] ?? 0) : text.padEnd(widths[n] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const text = { type: 'text' as const, text: lines.join('\n') };
  return { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [text] }] };
}

const isNumeric = (column: number): boolean => column >= 1 && column <= COUNTS.length;

function rawText(text: string): RawTextElement {
  return { type: 'raw_text', text };
}
