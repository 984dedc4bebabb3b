import type { Report } from '../../followstats/report.ts';
import { writeCsv } from './csv-file.ts';
import { rowState } from './report-sentences.ts';

/** Every row of a report as CSV. */
export function toCsv(report: Report): string {
  const rows = report.rows.map((row) => {
    const counts = row.lookup.kind === 'found' ? row.lookup.counts : undefined;
    return [row.account, counts?.followers, counts?.following, counts?.mutual, rowState(row)];
  });
  return writeCsv([['UserID', 'Followers', 'Following', 'Mutual', 'Status'], ...rows]);
}
