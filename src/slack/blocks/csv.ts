import type { Report } from '../../followstats/report.ts';
import { changeOf } from './change.ts';
import { writeCsv } from './csv-file.ts';
import { rowState } from './report-sentences.ts';

/** Every row of a report as CSV. The change of followers has columns where any is known. */
export function toCsv(report: Report): string {
  const hasChange = report.rows.some(({ baseline }) => baseline);
  const rows = report.rows.map((row) => {
    const counts = row.lookup.kind === 'found' ? row.lookup : undefined;
    const since = row.baseline && new Date(row.baseline.readAt).toISOString();
    const change = hasChange ? [changeOf(row), since] : [];
    return [row.account, counts?.followers, counts?.following, counts?.mutual, ...change, rowState(row)];
  });
  const header = ['UserID', 'Followers', 'Following', 'Mutual', ...(hasChange ? ['Change', 'Since'] : []), 'Status'];
  return writeCsv([header, ...rows]);
}
