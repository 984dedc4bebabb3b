import type { AccountId } from '../../followstats/types.ts';
import type { PostedRun } from '../runs.ts';
import type { Zone } from '../schedule/zone.ts';
import { layOutTime, type TimeAxis } from './time-axis.ts';

/** What one post said, or says now; a late one stands where it was posted, not where it was due. */
export type ChartPoint = Pick<PostedRun, 'postedAt' | 'readings'>;

/** One account's line or bar. */
export interface ChartSeries {
  readonly account: AccountId;
  /** Followers at each instant: those of the last post by then that could read the account. */
  readonly followers: readonly number[];
  /** At which instants, by their index, that was an earlier post, because those of that instant couldn't read the account. */
  readonly unread: ReadonlySet<number>;
}

/** Followers of the accounts that have most: over the time of the last posts; a single instant makes bars. */
export interface DigestChart {
  readonly unit: TimeAxis['unit'];
  /** Unix milliseconds, the oldest first, evenly spaced to within half a step; the last is this post's. */
  readonly instants: readonly number[];
  /** At which instants, by their index, no post was made: each line stays where it was. */
  readonly unposted: ReadonlySet<number>;
  /** Most followers first, at least one. */
  readonly series: readonly ChartSeries[];
  /** How many accounts could be read, drawn or not. */
  readonly all: number;
  /** Those with more followers than one that is drawn, which were read too late to have a line. */
  readonly tooNew: readonly AccountId[];
}

/** Posts that are looked back at, this one included. */
export const CHART_SLOTS = 14;
/** More lines than this can't be told apart, and earlier pages of Slack's allow no more. */
const MOST_LINES = 6;
const MOST_BARS = 14;

/**
 * Draws no number that no post said. The chart goes back as far as at least half of the top accounts do, and those that were
 * first read later make room for the next.
 * @param points oldest first, this post's last
 * @param zone the digest's: it decides which posts share a day
 * @returns `undefined` where nothing could be read
 */
export function createDigestChart(points: readonly ChartPoint[], zone: Zone): DigestChart | undefined {
  const recent = inOrder(points.slice(-CHART_SLOTS));
  const ranked = rank(recent);
  const begins = ranked.slice(0, MOST_LINES).map(({ begin }) => begin);
  const start = begins.toSorted((a, b) => a - b)[Math.ceil(begins.length / 2) - 1];
  if (start === undefined) return undefined;

  const shown = recent.slice(start);
  const { unit, instants } = layOutTime(
    shown.map(({ postedAt }) => postedAt),
    zone,
  );
  const most = instants.length > 1 ? MOST_LINES : MOST_BARS;
  const drawn = ranked.filter(({ begin }) => instants.length === 1 || begin <= start).slice(0, most);
  const lastDrawn = drawn.at(-1);
  const above = ranked.slice(0, lastDrawn && ranked.indexOf(lastDrawn));
  const made = instants.map(({ posts }, n) => shown.slice(instants[n - 1]?.posts ?? 0, posts));
  return {
    unit,
    instants: instants.map(({ at }) => at),
    unposted: placesOf(made, (posts) => posts.length === 0),
    series: drawn.map(({ account }) => ({
      account,
      followers: instants.flatMap(({ posts }) => lastRead(account, recent.slice(0, start + posts)) ?? []),
      unread: placesOf(made, (posts) => posts.length > 0 && lastRead(account, posts) === undefined),
    })),
    all: ranked.length,
    tooNew: above.filter((one) => !drawn.includes(one)).map(({ account }) => account),
  };
}

/** A post that was tried again may have been made after a later slot's; this post is the last in any case. */
function inOrder(points: readonly ChartPoint[]): readonly ChartPoint[] {
  const newest = points.at(-1);
  if (!newest) return [];
  return points
    .map((point) => ({ ...point, postedAt: Math.min(point.postedAt, newest.postedAt) }))
    .toSorted((a, b) => a.postedAt - b.postedAt);
}

interface Ranked {
  readonly account: AccountId;
  /** The first of the posts that read it. */
  readonly begin: number;
}

/** The accounts that the last post read, the one with most followers first. */
function rank(points: readonly ChartPoint[]): readonly Ranked[] {
  return [...(points.at(-1)?.readings ?? [])]
    .flatMap(([account, reading]) =>
      reading.kind === 'read' ? [{ account, followers: reading.counts.followers }] : [],
    )
    .toSorted((a, b) => b.followers - a.followers)
    .map(({ account }) => ({
      account,
      begin: points.findIndex(({ readings }) => readings.get(account)?.kind === 'read'),
    }));
}

function placesOf<One>(all: readonly One[], isSo: (one: One) => boolean): ReadonlySet<number> {
  return new Set(all.flatMap((one, place) => (isSo(one) ? [place] : [])));
}

function lastRead(account: AccountId, points: readonly ChartPoint[]): number | undefined {
  const reading = points.findLast(({ readings }) => readings.get(account)?.kind === 'read')?.readings.get(account);
  return reading?.kind === 'read' ? reading.counts.followers : undefined;
}
