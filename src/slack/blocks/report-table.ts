import type { Row } from '../../followstats/report.ts';
import { clean } from './inline.ts';
import { type FormatNumber, rowState } from './report-sentences.ts';
import { type Cell, fitTable, MISSING, rawNumber, rawText, type Table } from './table.ts';

const COUNTS = [
  ['Followers', 'followers'],
  ['Following', 'following'],
  ['Mutual', 'mutual'],
] as const;

/**
 * Lays out as many rows as Slack's table limits allow, from the first on, and at most `maxRows`.
 * The last column appears only when a row has failed, and says why.
 */
export function layOutTable(rows: readonly Row[], maxRows: number, format: FormatNumber): Table {
  const hasFailure = rows.some(({ lookup }) => lookup.kind === 'failed');
  const header = ['UserID', ...COUNTS.map(([title]) => title), ...(hasFailure ? ['Status'] : [])];
  const layOut = (row: Row) => layOutRow(row, hasFailure, format);
  return fitTable(rows, layOut, { header, numbers: COUNTS.length, maxRows });
}

function layOutRow(row: Row, hasFailure: boolean, format: FormatNumber): Cell[] {
  const { account, lookup } = row;
  const counts = COUNTS.map(([, name]): Cell => {
    if (lookup.kind === 'failed') return rawText(MISSING);
    return rawNumber(lookup.counts[name], format(lookup.counts[name]));
  });
  return [rawText(clean(account)), ...counts, ...(hasFailure ? [rawText(rowState(row))] : [])];
}
