import type { DigestReport } from '../../../digests/report/digest-report.ts';
import type { Change } from '../../../digests/report/digest-row.ts';
import type { FollowCounts } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { writeCsv } from '../kit/csv-file.ts';
import { describeFailure } from '../kit/failure-text.ts';
import { clean, toPlain } from '../kit/inline.ts';

/** Every row of a digest as CSV, in the digest's order: counts, what was gained or lost, and why there is no number. */
export function toDigestCsv(reader: Reader, report: DigestReport): string {
  const { columns, status } = reader.words.digestPosts;
  const titles = [
    ...[columns.account, reader.words.reports.columns.name, columns.followers, columns.sinceLast, columns.sinceWeek],
    ...[columns.following, columns.followingSinceLast, columns.mutual, columns.mutualSinceLast],
    ...[columns.status, columns.reason],
  ];
  const rows = report.rows.map(({ account, lookup, sinceLast, sinceWeek }) => {
    const counts = lookup.kind === 'found' ? lookup : undefined;
    const reason = lookup.kind === 'failed' ? clean(toPlain(describeFailure(reader, lookup.failure).what)) : undefined;
    return [
      ...[
        account,
        reader.nameOf(account),
        counts?.followers,
        gained(sinceLast, 'followers'),
        gained(sinceWeek, 'followers'),
      ],
      ...[counts?.following, gained(sinceLast, 'following'), counts?.mutual, gained(sinceLast, 'mutual')],
      ...[toPlain(status[counts ? 'read' : 'notRead']()), reason],
    ];
  });
  return writeCsv([titles.map((title) => toPlain(title())), ...rows]);
}

function gained(change: Change, name: keyof FollowCounts): number | undefined {
  return change.kind === 'delta' ? change[name].by : undefined;
}
