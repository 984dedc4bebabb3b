import type { Report, Row } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import { type CsvCell, writeCsv } from '../kit/csv-file.ts';
import { toPlain } from '../kit/inline.ts';
import { changeOf } from './change.ts';
import { rowState } from './report-sentences.ts';

const COUNTS = ['followers', 'following', 'mutual'] as const;

/**
 * Every row of a report as CSV. The changes have columns where any is known: all three counts', since a file has the
 * width that a Slack table lacks.
 */
export function toCsv(reader: Reader, report: Report): string {
  const { columns } = reader.words.reports;
  const hasChange = report.rows.some(({ baseline }) => baseline);
  const changeTitles = [columns.followersChange, columns.followingChange, columns.mutualChange, columns.since];
  const titles = [
    columns.account,
    ...COUNTS.map((name) => columns[name]),
    ...(hasChange ? changeTitles : []),
    columns.status,
  ];
  const rows = report.rows.map((row) => {
    const counts = COUNTS.map((name) => (row.lookup.kind === 'found' ? row.lookup[name] : undefined));
    return [row.account, ...counts, ...(hasChange ? changesOf(row) : []), rowState(reader, row)];
  });
  return writeCsv([titles.map((title) => toPlain(title())), ...rows]);
}

function changesOf(row: Row): readonly CsvCell[] {
  const since = row.baseline && new Date(row.baseline.readAt).toISOString();
  return [...COUNTS.map((name) => changeOf(row, name)), since];
}
