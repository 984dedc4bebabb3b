import type { AccountId } from '../../followstats/types.ts';
import type { PostedRun } from '../runs.ts';

/** What one post said, or says now; a late one stands where it was posted, not where it was due. */
export type ChartPoint = Pick<PostedRun, 'postedAt' | 'readings'>;

/** One account's line or bar. */
export interface ChartSeries {
  readonly account: AccountId;
  /** Followers, one for each post. */
  readonly followers: readonly number[];
}

/** Followers of the accounts that have most: over the last posts, oldest first; a single post makes bars. */
export interface DigestChart {
  /** When each post was made, Unix milliseconds. */
  readonly postedAt: readonly number[];
  /** Most followers first, at least one. */
  readonly series: readonly ChartSeries[];
}

/** Posts that are looked back at, this one included. */
export const CHART_SLOTS = 14;
/** More lines than this can't be told apart, and earlier pages of Slack's allow no more. */
const MOST_LINES = 6;
/** Bars stand side by side; as many as a line has points. */
const MOST_BARS = 14;

/**
 * Draws no point that wasn't read: a line has one for every post or isn't there. The chart goes back as far as at least
 * half of the top accounts do, and those with less behind them make room for the next.
 * @param points oldest first, this post's last
 */
export function createDigestChart(points: readonly ChartPoint[]): DigestChart | undefined {
  const recent = points.slice(-CHART_SLOTS);
  const newest = recent.at(-1);
  if (!newest) return undefined;
  const ranked = [...newest.readings]
    .flatMap(([account, reading]) =>
      reading.kind === 'read' ? [{ account, followers: reading.counts.followers }] : [],
    )
    .toSorted((a, b) => b.followers - a.followers)
    .map(({ account }) => ({ account, followers: lineOf(account, recent) }));

  const lengths = ranked.slice(0, MOST_LINES).map(({ followers }) => followers.length);
  const length = lengths.toSorted((a, b) => b - a)[Math.ceil(lengths.length / 2) - 1];
  if (length === undefined) return undefined;
  const series = ranked
    .filter(({ followers }) => followers.length >= length)
    .slice(0, length === 1 ? MOST_BARS : MOST_LINES)
    .map(({ account, followers }) => ({ account, followers: followers.slice(-length) }));
  return { postedAt: recent.slice(-length).map((point) => point.postedAt), series };
}

/** An account's followers from the newest point back to the last one in which it was read without a break; oldest first. */
function lineOf(account: AccountId, points: readonly ChartPoint[]): readonly number[] {
  const followers: number[] = [];
  for (const { readings } of points.toReversed()) {
    const reading = readings.get(account);
    if (reading?.kind !== 'read') break;
    followers.unshift(reading.counts.followers);
  }
  return followers;
}
