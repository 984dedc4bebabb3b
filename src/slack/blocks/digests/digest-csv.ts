import type { Change, DigestReport } from '../../../digests/report/digest-report.ts';
import type { Reader } from '../../words/reader.ts';
import { writeCsv } from '../kit/csv-file.ts';
import { toPlain } from '../kit/inline.ts';
import { rowState } from '../reports/report-sentences.ts';

/** Every row of a digest as CSV: counts, and followers gained or lost. */
export function toDigestCsv(reader: Reader, report: DigestReport): string {
  const { account, followers, sinceLast, sinceWeek, following, mutual, status } = reader.words.digestPosts.columns;
  const columns = [account, followers, sinceLast, sinceWeek, following, mutual, status];
  const rows = report.rows.map((row) => {
    const counts = row.lookup.kind === 'found' ? row.lookup : undefined;
    const changes = [gained(row.sinceLast), gained(row.sinceWeek)];
    return [row.account, counts?.followers, ...changes, counts?.following, counts?.mutual, rowState(reader, row)];
  });
  return writeCsv([columns.map((column) => toPlain(column())), ...rows]);
}

function gained(change: Change): number | undefined {
  return change.kind === 'delta' ? change.followers.by : undefined;
}
