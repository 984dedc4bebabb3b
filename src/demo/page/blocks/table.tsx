import type { ComponentChild } from 'preact';
import { CellContent, splitRows } from './cell.tsx';
import { ALL_COLUMNS, ScrollFrame } from './scroll-frame.tsx';
import { inOrder, type Shape, shapesOf, textOf } from './shape.ts';

/** Slack's plain table: no caption, no sorting, the first row as heading. */
export function TableBlock({ block }: { block: Shape }): ComponentChild {
  const { header, rows } = splitRows(block);
  // `column_settings` may hold null for a column that stays as it is.
  const classes = shapesOf(block.column_settings).map(
    (column) => `${textOf(column.align)} ${column.is_wrapped === true ? 'wrapped' : ''}`,
  );
  return (
    <ScrollFrame label="Table" hint={ALL_COLUMNS}>
      <table data-testid="table">
        <thead>
          <tr>
            {inOrder(header).map(({ place, item }) => (
              <th key={place} scope="col" class={classes[place]}>
                <CellContent cell={item} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(rows).map(({ place: line, item: row }) => (
            <tr key={line}>
              {inOrder(row).map(({ place, item }) => (
                <td key={place} class={classes[place]}>
                  <CellContent cell={item} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}
