import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { CellContent, isNumeric, splitRows } from './cell.tsx';
import { DataTableHead } from './data-table-head.tsx';
import { DataTablePager } from './data-table-pager.tsx';
import { nextSort, type Sort, sortRows } from './data-table-sort.ts';
import { ALL_COLUMNS, ScrollFrame } from './scroll-frame.tsx';
import { inOrder, numberOf, type Shape, textOf } from './shape.ts';

/** Slack's default when the app doesn't say. */
const PAGE_SIZE = 5;

/** Slack's table with a caption, pages, a heading for each row, and sorting by columns of numbers. */
export function DataTableBlock({ block }: { block: Shape }): ComponentChild {
  const [sort, setSort] = useState<Sort>();
  const [wantedPage, setPage] = useState(0);

  const { header, rows } = splitRows(block);
  const numeric = header.map((_, column) => isNumeric(rows, column));
  const size = numberOf(block.page_size) || PAGE_SIZE;
  // A newer version of the message may have fewer rows.
  const page = Math.min(wantedPage, Math.max(Math.ceil(rows.length / size) - 1, 0));
  const shown = sortRows(rows, sort).slice(page * size, (page + 1) * size);
  const rowHeader = numberOf(block.row_header_column_index);

  return (
    <div class="data-table">
      <ScrollFrame label={textOf(block.caption)} hint={ALL_COLUMNS}>
        <table data-testid="data-table">
          <caption>{textOf(block.caption)}</caption>
          <DataTableHead
            header={header}
            numeric={numeric}
            sort={sort}
            onSort={(column) => {
              setSort(nextSort(sort, column));
              setPage(0);
            }}
          />
          <tbody>
            {inOrder(shown).map(({ place: line, item: row }) => (
              <tr key={line}>
                {inOrder(row).map(({ place, item }) =>
                  place === rowHeader ? (
                    <th key={place} scope="row">
                      <CellContent cell={item} />
                    </th>
                  ) : (
                    <td key={place} class={numeric[place] ? 'right' : undefined}>
                      <CellContent cell={item} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <DataTablePager page={page} size={size} total={rows.length} onPage={setPage} />
    </div>
  );
}
