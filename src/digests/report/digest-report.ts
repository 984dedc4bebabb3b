import { type Delta, delta } from '../../followstats/reports/delta.ts';
import { type FailureGroup, groupFailures, type Row } from '../../followstats/reports/report.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { PostedReading, PostedReadings } from '../runs.ts';
import type { Thresholds } from '../types.ts';
import { compareRow, type DigestRow, type Earlier } from './digest-row.ts';
import { type Milestone, milestonePassed } from './milestones.ts';
import { moversOf, rankRows } from './movers.ts';
import { hasAppeared, hasChanged, isBack, isGone, mostFollowersOf, toPostedReading } from './posted-readings.ts';
import { type Crossing, crossingOf } from './thresholds.ts';

/** What a digest says at one slot, before it is rendered. All renderings are made from this. */
export interface DigestReport {
  /** One per account, in the order of the digest. */
  readonly rows: readonly DigestRow[];
  /** Those that were read, in the order of the post: most followers gained first, see `rankRows`. */
  readonly ranked: readonly DigestRow[];
  readonly read: number;
  readonly failures: readonly FailureGroup[];
  /** When the last post was, and when this was read, Unix milliseconds. */
  readonly period: { readonly from: number | undefined; readonly to: number };
  readonly total: Total;
  /** The accounts whose followers changed most since the last post, in the order of `ranked`; none where nothing changed. */
  readonly movers: readonly DigestRow[];
  /** In the digest since the last post. */
  readonly added: readonly AccountId[];
  /** In the last post and no longer in the digest. */
  readonly removed: readonly AccountId[];
  /** Chat no longer knows them, and knew them before; named once, then they are among the failures. */
  readonly gone: readonly AccountId[];
  /** Chat knows them again. */
  readonly back: readonly AccountId[];
  /** Chat knows them now, and didn't know them in any post before. */
  readonly appeared: readonly AccountId[];
  /** In the order of `ranked`. */
  readonly crossings: readonly Crossing[];
  /** The highest first. */
  readonly milestones: readonly Milestone[];
  /**
   * Whether there is something to say: the first post; followers that differ from the last post's; an account added, removed,
   * gone, back, rejected for good, or readable again; a threshold crossed. That an account can't be read for the
   * moment is no change.
   */
  readonly changed: boolean;
  /** Kept with the run, for the next report. */
  readonly readings: PostedReadings;
}

/** Followers of all accounts together. */
export interface Total {
  /** Of those that were read. */
  readonly followers: number;
  /** Of those that the last post could read, too; `undefined` when there are none. */
  readonly sinceLast: Delta | undefined;
  /** How many those are. */
  readonly compared: number;
  /** Whether those are all that were read now, and all that the last post read: else the sums of both posts differ by more. */
  readonly isWhole: boolean;
}

interface Readings extends Earlier {
  /** One per account, each account once. */
  readonly rows: readonly Row[];
  readonly thresholds: Thresholds;
}

/** Builds the report of one slot. */
export function createDigestReport(readings: Readings): DigestReport {
  const { readAt, last, thresholds } = readings;
  const rows = readings.rows.map((row) => compareRow(row, readings));
  const ranked = rankRows(rows);
  const before = (account: AccountId) => last?.readings.get(account);
  const crossings = ranked.flatMap((row) => crossingOf(row, before(row.account), thresholds) ?? []);
  const crossed = new Set(crossings.map(({ account }) => account));
  const said = new Map(
    rows.map((row) => [row.account, toPostedReading(row, before(row.account), crossed.has(row.account))]),
  );
  const named = (isSo: (row: DigestRow) => boolean) => rows.filter(isSo).map(({ account }) => account);

  return {
    rows,
    ranked,
    read: ranked.length,
    failures: groupFailures(rows),
    period: { from: last?.postedAt, to: readAt },
    total: totalOf(rows, last),
    movers: moversOf(ranked),
    added: last ? named(({ account }) => !before(account)) : [],
    removed: last ? [...last.readings.keys()].filter((account) => !said.has(account)) : [],
    gone: named((row) => isGone(said.get(row.account), before(row.account))),
    back: named((row) => isBack(said.get(row.account), before(row.account))),
    appeared: named((row) => hasAppeared(said.get(row.account), before(row.account))),
    crossings,
    milestones: milestonesOf(ranked, before),
    changed: !last || crossings.length > 0 || hasChanged(said, last.readings),
    readings: said,
  };
}

function totalOf(rows: readonly DigestRow[], last: Earlier['last']): Total {
  const followers = rows.flatMap(({ lookup }) => (lookup.kind === 'found' ? lookup.followers : []));
  const readBefore = [...(last?.readings.values() ?? [])].filter(({ kind }) => kind === 'read').length;
  const compared = rows.flatMap(({ lookup, sinceLast }) =>
    lookup.kind === 'found' && sinceLast.kind === 'delta' ? [[lookup.followers, sinceLast.followers.by]] : [],
  );
  const now = sum(compared.map(([count = 0]) => count));
  const by = sum(compared.map(([, change = 0]) => change));
  return {
    followers: sum(followers),
    sinceLast: compared.length > 0 ? delta(now, now - by) : undefined,
    compared: compared.length,
    isWhole: compared.length === followers.length && compared.length === readBefore,
  };
}

/** Followers are compared with the most that any post has read: so a post that reads nothing loses no milestone, and none is announced twice. */
function milestonesOf(
  ranked: readonly DigestRow[],
  before: (account: AccountId) => PostedReading | undefined,
): readonly Milestone[] {
  return ranked
    .flatMap(({ account, lookup }): readonly Milestone[] => {
      const most = mostFollowersOf(before(account));
      if (most === undefined || lookup.kind === 'failed') return [];
      const reached = milestonePassed(lookup.followers, most);
      return reached === undefined ? [] : [{ account, reached }];
    })
    .toSorted((a, b) => b.reached - a.reached);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
