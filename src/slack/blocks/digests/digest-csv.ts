import type { Change, DigestReport } from '../../../digests/report/digest-report.ts';
import { PENDING_READER } from '../../words/pending-reader.ts';
import { writeCsv } from '../kit/csv-file.ts';
import { rowState } from '../reports/report-sentences.ts';

const HEADER = ['UserID', 'Followers', 'Since last post', 'In seven days', 'Following', 'Mutual', 'Status'];

/** Every row of a digest as CSV: counts, and followers gained or lost. */
export function toDigestCsv(report: DigestReport): string {
  const rows = report.rows.map((row) => {
    const counts = row.lookup.kind === 'found' ? row.lookup : undefined;
    const changes = [gained(row.sinceLast), gained(row.sinceWeek)];
    return [
      row.account,
      counts?.followers,
      ...changes,
      counts?.following,
      counts?.mutual,
      rowState(PENDING_READER, row),
    ];
  });
  return writeCsv([HEADER, ...rows]);
}

function gained(change: Change): number | undefined {
  return change.kind === 'delta' ? change.followers.by : undefined;
}
