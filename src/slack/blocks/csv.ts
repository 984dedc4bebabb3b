import { stringify } from 'csv-stringify/sync';
import type { Report } from '../../followstats/report.ts';
import { rowState } from './report-sentences.ts';

/**
 * Every row of a report as CSV (RFC 4180, with BOM for Excel). Cells that a spreadsheet would run as a formula are
 * made text with a leading `'`; a missing number is an empty cell.
 */
export function toCsv(report: Report): string {
  const rows = report.rows.map((row) => {
    const counts = row.lookup.kind === 'found' ? row.lookup : undefined;
    return [row.account, counts?.followers, counts?.following, counts?.mutual, rowState(row)];
  });
  return stringify([['UserID', 'Followers', 'Following', 'Mutual', 'Status'], ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
