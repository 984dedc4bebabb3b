import { stringify } from 'csv-stringify/sync';
import type { Report } from '../../followstats/report.ts';
import { changeOf } from './change.ts';
import { rowState } from './report-sentences.ts';

/**
 * Every row of a report as CSV (RFC 4180, with BOM for Excel). Cells that a spreadsheet would run as a formula are
 * made text with a leading `'`; a missing number is an empty cell. The change of followers has columns where any is known.
 */
export function toCsv(report: Report): string {
  const hasChange = report.rows.some(({ baseline }) => baseline);
  const rows = report.rows.map((row) => {
    const counts = row.lookup.kind === 'found' ? row.lookup.counts : undefined;
    const since = row.baseline && new Date(row.baseline.readAt).toISOString();
    const change = hasChange ? [changeOf(row), since] : [];
    return [row.account, counts?.followers, counts?.following, counts?.mutual, ...change, rowState(row)];
  });
  const header = ['UserID', 'Followers', 'Following', 'Mutual', ...(hasChange ? ['Change', 'Since'] : []), 'Status'];
  return stringify([header, ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
