import type { Row } from '../../../followstats/reports/report.ts';
import { clean } from '../kit/inline.ts';
import { type Cell, fitTable, MISSING, rawNumber, rawText, type Table } from '../kit/table.ts';
import type { FormatChange } from './change.ts';
import { type FormatNumber, rowState } from './report-sentences.ts';

const COUNTS = [
  ['Followers', 'followers'],
  ['Following', 'following'],
  ['Mutual', 'mutual'],
] as const;

interface Layout {
  readonly maxRows: number;
  readonly format: FormatNumber;
  /** Writes the column of changes; left out where no row has any. */
  readonly change: FormatChange | undefined;
}

/**
 * Lays out as many rows as Slack's table limits allow, from the first on, and at most `maxRows`.
 * The last column appears only when a row has failed, and says why.
 */
export function layOutTable(rows: readonly Row[], { maxRows, format, change }: Layout): Table {
  const hasFailure = rows.some(({ lookup }) => lookup.kind === 'failed');
  const titles = COUNTS.map(([title]) => title);
  const header = ['UserID', ...titles, ...(change ? ['Change in followers'] : []), ...(hasFailure ? ['Status'] : [])];
  const layOut = (row: Row) => [
    ...layOutCounts(row, format),
    ...(change ? [rawText(row.lookup.kind === 'found' ? change(row) : MISSING)] : []),
    ...(hasFailure ? [rawText(rowState(row))] : []),
  ];
  return fitTable(rows, layOut, { header, numbers: COUNTS.length, maxRows });
}

function layOutCounts({ account, lookup }: Row, format: FormatNumber): Cell[] {
  const counts = COUNTS.map(([, name]): Cell => {
    if (lookup.kind === 'failed') return rawText(MISSING);
    return rawNumber(lookup[name], format(lookup[name]));
  });
  return [rawText(clean(account)), ...counts];
}
