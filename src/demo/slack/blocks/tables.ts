import { type BlockFault, failed } from './fault.ts';
import { type Fields, stringOf } from './json.ts';
import { LIMITS } from './limits.ts';
import { richText, richTextLength } from './rich-text.ts';
import { flag, list, nullable, number, oneOf, type Rule, string, typed, union, untyped, whole } from './shape.ts';

const cell = union(
  typed('raw_text', { required: { text: string() } }),
  typed('raw_number', { required: { value: number(), text: string() } }),
  richText,
);

/** Slack counts per message too; with one table a message that is the same. */
const fewCharacters: Rule = (table, pointer) => {
  const characters = rowsOf(table)
    .flat()
    .reduce((sum, one) => sum + cellLength(one), 0);
  return characters > LIMITS.tableCharacters
    ? [failed(`${pointer}/rows`, `must be less than ${LIMITS.tableCharacters + 1} characters over all cells`)]
    : [];
};

const sameColumns: Rule = (table, pointer) => {
  const [header = [], ...rows] = rowsOf(table);
  return rows.flatMap((row, index) =>
    row.length === header.length ? [] : [failed(`${pointer}/rows/${index + 1}`, `must have ${header.length} cells`)],
  );
};

const plainHeader: Rule = (table, pointer) =>
  (rowsOf(table)[0] ?? []).flatMap((one, index): readonly BlockFault[] =>
    one.type === 'rich_text'
      ? [failed(`${pointer}/rows/0/${index}/type`, 'rich_text is not allowed in the header')]
      : [],
  );

const rowHeaderInRange: Rule = (table, pointer) =>
  Number(table.row_header_column_index ?? 0) < (rowsOf(table)[0]?.length ?? 0)
    ? []
    : [failed(`${pointer}/row_header_column_index`, 'must be the index of a column')];

const columnSettings = untyped({ optional: { align: oneOf('left', 'center', 'right'), is_wrapped: flag } });
const row = list(cell, 1, LIMITS.tableColumns);

export const table = typed('table', {
  surfaces: ['message', 'home'],
  required: { rows: list(row, 1, LIMITS.tableRows) },
  optional: {
    block_id: string({ max: LIMITS.id }),
    column_settings: list(nullable(columnSettings), 0, LIMITS.tableColumns),
  },
  rules: [fewCharacters],
});

export const dataTable = typed('data_table', {
  surfaces: ['message', 'home'],
  required: { caption: string(), rows: list(row, 2, LIMITS.dataRows + 1) },
  optional: {
    block_id: string({ max: LIMITS.id }),
    page_size: whole(1, LIMITS.dataPageSize),
    row_header_column_index: whole(0),
  },
  rules: [sameColumns, plainHeader, rowHeaderInRange, fewCharacters],
});

/** Rules run on tables whose cells already fit. */
function rowsOf(table: Fields): readonly (readonly Fields[])[] {
  return table.rows as readonly (readonly Fields[])[];
}

function cellLength(one: Fields): number {
  return one.type === 'rich_text' ? richTextLength(one) : stringOf(one.text).length;
}
