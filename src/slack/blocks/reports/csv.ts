import type { Report, Row } from '../../../followstats/reports/report.ts';
import { type CsvCell, writeCsv } from '../kit/csv-file.ts';
import { changeOf } from './change.ts';
import { rowState } from './report-sentences.ts';

const COUNTS = ['followers', 'following', 'mutual'] as const;
const COUNT_TITLES = ['Followers', 'Following', 'Mutual'];
const CHANGE_TITLES = ['Change in followers', 'Change in following', 'Change in mutual', 'Since'];

/**
 * Every row of a report as CSV. The changes have columns where any is known: all three counts', since a file has the
 * width that a Slack table lacks.
 */
export function toCsv(report: Report): string {
  const hasChange = report.rows.some(({ baseline }) => baseline);
  const rows = report.rows.map((row) => {
    const counts = COUNTS.map((name) => (row.lookup.kind === 'found' ? row.lookup[name] : undefined));
    return [row.account, ...counts, ...(hasChange ? changesOf(row) : []), rowState(row)];
  });
  return writeCsv([['UserID', ...COUNT_TITLES, ...(hasChange ? CHANGE_TITLES : []), 'Status'], ...rows]);
}

function changesOf(row: Row): readonly CsvCell[] {
  const since = row.baseline && new Date(row.baseline.readAt).toISOString();
  return [...COUNTS.map((name) => changeOf(row, name)), since];
}
