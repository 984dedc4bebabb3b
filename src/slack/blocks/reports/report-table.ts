import type { Row } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import { clean, toPlain } from '../kit/inline.ts';
import { type Cell, fitTable, MISSING, rawNumber, rawText, type Table } from '../kit/table.ts';
import type { FormatChange } from './change.ts';
import { rowState } from './report-sentences.ts';

const COUNTS = ['followers', 'following', 'mutual'] as const;

interface Layout {
  readonly maxRows: number;
  /** Writes the column of changes; left out where no row has any. */
  readonly change: FormatChange | undefined;
}

/**
 * Lays out as many rows as Slack's table limits allow, from the first on, and at most `maxRows`.
 * The last column appears only when a row has failed, and says why.
 */
export function layOutTable(reader: Reader, rows: readonly Row[], { maxRows, change }: Layout): Table {
  const { columns } = reader.words.reports;
  const hasFailure = rows.some(({ lookup }) => lookup.kind === 'failed');
  const titles = [
    columns.account,
    ...COUNTS.map((name) => columns[name]),
    ...(change ? [columns.followersChange] : []),
    ...(hasFailure ? [columns.status] : []),
  ];
  const layOut = (row: Row) => [
    ...layOutCounts(reader, row),
    ...(change ? [rawText(row.lookup.kind === 'found' ? change(row) : MISSING)] : []),
    ...(hasFailure ? [rawText(rowState(reader, row))] : []),
  ];
  const header = titles.map((title) => toPlain(title()));
  return fitTable(rows, layOut, { header, numbers: COUNTS.length, maxRows });
}

function layOutCounts(reader: Reader, { account, lookup }: Row): Cell[] {
  const counts = COUNTS.map((name): Cell => {
    if (lookup.kind === 'failed') return rawText(MISSING);
    return rawNumber(lookup[name], reader.number(lookup[name]));
  });
  return [rawText(clean(account)), ...counts];
}
