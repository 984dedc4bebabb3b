import type { ComponentChild } from 'preact';
import { CellContent } from './cell.tsx';
import type { Sort } from './data-table-sort.ts';
import { inOrder, type Shape } from './shape.ts';

interface Props {
  readonly header: readonly Shape[];
  /** By column: whether it can be sorted. */
  readonly numeric: readonly boolean[];
  readonly sort: Sort | undefined;
  readonly onSort: (column: number) => void;
}

export function DataTableHead({ header, numeric, sort, onSort }: Props): ComponentChild {
  return (
    <thead>
      <tr>
        {inOrder(header).map(({ place, item }) =>
          numeric[place] ? (
            <th key={place} scope="col" class="right" aria-sort={sort?.column === place ? sort.direction : 'none'}>
              <button type="button" class="sort" onClick={() => onSort(place)}>
                <CellContent cell={item} />
                <span class="sort-mark" aria-hidden="true" />
              </button>
            </th>
          ) : (
            <th key={place} scope="col">
              <CellContent cell={item} />
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}
