import type { ComponentChild } from 'preact';
import { RichTextBlock } from './rich-text.tsx';
import { type Shape, shapesOf, textOf } from './shape.ts';

/** What stands in a cell. A number is shown as the app wrote it; its value only sorts. */
export function CellContent({ cell }: { cell: Shape }): ComponentChild {
  return cell.type === 'rich_text' ? <RichTextBlock block={cell} /> : textOf(cell.text);
}

/** Rows of cells as `table` and `data_table` carry them, the header row apart. */
export function splitRows(block: Shape): {
  readonly header: readonly Shape[];
  readonly rows: readonly (readonly Shape[])[];
} {
  const all = Array.isArray(block.rows) ? block.rows.map(shapesOf) : [];
  const [header = [], ...rows] = all;
  return { header, rows };
}

/** Whether a column holds numbers and nothing else, below its header. */
export function isNumeric(rows: readonly (readonly Shape[])[], column: number): boolean {
  return rows.length > 0 && rows.every((row) => row[column]?.type === 'raw_number');
}
