import type { DigestReport } from '../../../digests/report/digest-report.ts';

/** Which changes a post tells of. */
export interface DigestColumns {
  /** Not in a digest's first post, which has nothing to compare with. */
  readonly sinceLast: boolean;
  /** Once any account has a reading of a week ago. */
  readonly sinceWeek: boolean;
}

/** A first post has no changes to tell; the last week has some as soon as one account was read that long ago. */
export function columnsOf({ period, ranked }: DigestReport): DigestColumns {
  const isFirst = period.from === undefined;
  return { sinceLast: !isFirst, sinceWeek: !isFirst && ranked.some(({ sinceWeek }) => sinceWeek.kind === 'delta') };
}
