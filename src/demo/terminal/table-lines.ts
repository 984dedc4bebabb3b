import Table from 'cli-table3';
import { type Fields, fieldsOf, listOf, stringOf } from '../slack/blocks/json.ts';
import { columnsOf, wrap } from './columns.ts';
import type { Page } from './page.ts';
import { richWords } from './rich-words.ts';

/** Border and padding that `cli-table3` adds to a column. */
const COLUMN_FRAME = 3;
/** A column never gets narrower than this, even when the table then outgrows the page. */
const NARROWEST_COLUMN = 4;

type Align = 'left' | 'center' | 'right';

/** A `table` or `data_table` block with its first row as header; all rows, for a terminal has no pages to turn. */
export function tableLines(block: Fields, page: Page): readonly string[] {
  const rows = listOf(block.rows).map((row) => listOf(row).map(fieldsOf));
  const words = rows.map((row) => row.map((cell) => cellWords(cell, page.timeZone)));
  const widths = shrink(naturalWidths(words), page.width);
  const [header = [], ...body] = words.map((row) => row.map((text, column) => wrap(text, widths[column] ?? 1)));

  const drawn = new Table({
    head: header.map((lines) => lines.map((line) => page.paint('bold', line)).join('\n')),
    colAligns: widths.map((_, column) => alignOf(block, rows, column)),
    style: { head: [], border: [], compact: true },
  });
  drawn.push(...body.map((row) => row.map((lines) => lines.join('\n'))));

  const caption = stringOf(block.caption);
  return [
    ...(caption === '' ? [] : wrap(caption, page.width).map((line) => page.paint('bold', line))),
    ...drawn.toString().split('\n'),
  ];
}

function cellWords(cell: Fields, timeZone: string | undefined): string {
  return cell.type === 'rich_text' ? richWords(cell, timeZone) : stringOf(cell.text);
}

/** As the block asks; else a column with numbers in it stands to the right, its header and gaps too. */
function alignOf(block: Fields, rows: readonly (readonly Fields[])[], column: number): Align {
  const { align } = fieldsOf(listOf(block.column_settings)[column]);
  if (align === 'left' || align === 'center' || align === 'right') return align;
  return rows.some((row) => row[column]?.type === 'raw_number') ? 'right' : 'left';
}

function naturalWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) =>
    Math.max(1, ...rows.flatMap((row) => (row[column] ?? '').split('\n').map(columnsOf))),
  );
}

/** Takes from the widest columns first until the table fits. */
function shrink(natural: readonly number[], pageWidth: number): readonly number[] {
  const room = pageWidth - natural.length * COLUMN_FRAME - 1;
  const capped = (cap: number) => natural.map((width) => Math.min(width, cap));
  const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);

  let cap = Math.max(NARROWEST_COLUMN, ...natural);
  while (cap > NARROWEST_COLUMN && total(capped(cap)) > room) cap -= 1;
  return capped(cap);
}
