import { type Delta, delta } from '../../followstats/reports/delta.ts';
import { type FailureGroup, groupFailures, type Row } from '../../followstats/reports/report.ts';
import type { Snapshot } from '../../followstats/reports/snapshots.ts';
import type { AccountId, FollowCounts } from '../../followstats/types.ts';
import type { PostedReadings, PostedRun } from '../runs.ts';
import type { Thresholds } from '../types.ts';
import { COUNTS, hasChanged, isGone, isMissing, toPostedReading } from './posted-readings.ts';
import { type Crossing, crossingOf } from './thresholds.ts';

/** Why there is no delta. `unread`: this account can't be read now. */
export type NoDelta = 'first-run' | 'new-account' | 'was-unreadable' | 'no-reading' | 'unread';

/** A delta of each count, or why there is none. A missing baseline is never 0. */
export type Change =
  | { readonly kind: 'delta'; readonly followers: Delta; readonly following: Delta; readonly mutual: Delta }
  | { readonly kind: 'none'; readonly reason: NoDelta };

/** One account of a digest's report, with its changes. */
export interface DigestRow extends Row {
  /** Against the last post. */
  readonly sinceLast: Change;
  /** Against seven days ago. */
  readonly sinceWeek: Change;
}

/** What a digest says at one slot, before it is rendered. All renderings are made from this. */
export interface DigestReport {
  /** One per account, in the order of the digest. */
  readonly rows: readonly DigestRow[];
  readonly read: number;
  readonly failures: readonly FailureGroup[];
  /** When the last post was, and when this was read, Unix milliseconds. */
  readonly period: { readonly from: number | undefined; readonly to: number };
  /** All followers of the accounts that were read; the delta over those of them that the last post could read, too. */
  readonly total: { readonly followers: number; readonly sinceLast: Delta | undefined; readonly compared: number };
  /** The accounts whose followers changed most since the last post, most first; none where nothing changed. */
  readonly movers: readonly DigestRow[];
  /** In the digest since the last post. */
  readonly added: readonly AccountId[];
  /** In the last post and no longer in the digest. */
  readonly removed: readonly AccountId[];
  /** Chat no longer knows them, and knew them before; named once, then they are among the failures. */
  readonly gone: readonly AccountId[];
  /** Chat knows them again. */
  readonly back: readonly AccountId[];
  readonly crossings: readonly Crossing[];
  /**
   * Whether there is something to say: the first post; any count that differs from the last post's; an account added,
   * removed, gone, back, rejected for good, or readable again; a threshold crossed. That an account can't be read for the
   * moment is no change.
   */
  readonly changed: boolean;
  /** Kept with the run, for the next report. */
  readonly readings: PostedReadings;
}

interface Readings {
  /** One per account, each account once. */
  readonly rows: readonly Row[];
  /** Unix milliseconds. */
  readonly readAt: number;
  /** The digest's last posted run. */
  readonly last: PostedRun | undefined;
  /** `Snapshots.before` at `weekBaselineAt`; those that are too old are left out here. */
  readonly week: ReadonlyMap<AccountId, Snapshot>;
  readonly thresholds: Thresholds;
}

const MOST_MOVERS = 5;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A weekly digest isn't read to the second, and a week has an hour more or less where clocks change. */
const SLACK_MS = 2 * HOUR;

/** @returns for which instant to ask `Snapshots.before`, to compare `now` (Unix milliseconds) with seven days ago */
export function weekBaselineAt(now: number): number {
  return now - 7 * DAY + SLACK_MS;
}

/** Whether a reading may stand for seven days ago: it is at most a day older than that. */
function isWeekOld(readAt: number, now: number): boolean {
  return readAt <= weekBaselineAt(now) && readAt >= now - 8 * DAY - SLACK_MS;
}

/** Whether a week has passed between two slots, or near enough. */
export function isWeekApart(earlierSlot: number, slot: number): boolean {
  return slot - earlierSlot >= 7 * DAY - SLACK_MS;
}

/** Builds the report of one slot. */
export function createDigestReport(readings: Readings): DigestReport {
  const { readAt, last, thresholds } = readings;
  const rows = readings.rows.map(
    (row): DigestRow => ({
      ...row,
      sinceLast: changeSinceLast(row, last),
      sinceWeek: changeSinceWeek(row, readings),
    }),
  );
  const before = (account: AccountId) => last?.readings.get(account);
  const crossings = rows.flatMap((row) => crossingOf(row, before(row.account), thresholds) ?? []);
  const crossed = new Set(crossings.map(({ account }) => account));
  const said = new Map(
    rows.map((row) => [row.account, toPostedReading(row, before(row.account), crossed.has(row.account))]),
  );
  const named = (isSo: (row: DigestRow) => boolean) => rows.filter(isSo).map(({ account }) => account);

  return {
    rows,
    read: rows.filter(({ lookup }) => lookup.kind === 'found').length,
    failures: groupFailures(rows),
    period: { from: last?.postedAt, to: readAt },
    total: totalOf(rows),
    movers: moversOf(rows),
    added: last ? named(({ account }) => !before(account)) : [],
    removed: last ? [...last.readings.keys()].filter((account) => !said.has(account)) : [],
    gone: named((row) => isGone(said.get(row.account), before(row.account))),
    back: named((row) => row.lookup.kind === 'found' && isMissing(before(row.account))),
    crossings,
    changed: !last || crossings.length > 0 || hasChanged(said, last.readings),
    readings: said,
  };
}

function changeSinceLast({ account, lookup }: Row, last: PostedRun | undefined): Change {
  if (lookup.kind === 'failed') return { kind: 'none', reason: 'unread' };
  if (!last) return { kind: 'none', reason: 'first-run' };
  const before = last.readings.get(account);
  if (!before) return { kind: 'none', reason: 'new-account' };
  return before.kind === 'read' ? changeOf(lookup, before.counts) : { kind: 'none', reason: 'was-unreadable' };
}

function changeSinceWeek({ account, lookup }: Row, { last, week, readAt }: Readings): Change {
  if (lookup.kind === 'failed') return { kind: 'none', reason: 'unread' };
  const snapshot = week.get(account);
  if (snapshot && isWeekOld(snapshot.readAt, readAt)) return changeOf(lookup, snapshot);
  return { kind: 'none', reason: last ? 'no-reading' : 'first-run' };
}

function changeOf(now: FollowCounts, before: FollowCounts): Change {
  const [followers, following, mutual] = COUNTS.map((name) => delta(now[name], before[name])) as [Delta, Delta, Delta];
  return { kind: 'delta', followers, following, mutual };
}

function totalOf(rows: readonly DigestRow[]): DigestReport['total'] {
  const followers = rows.map(({ lookup }) => (lookup.kind === 'found' ? lookup.followers : 0));
  const compared = rows.flatMap(({ lookup, sinceLast }) =>
    lookup.kind === 'found' && sinceLast.kind === 'delta' ? [[lookup.followers, sinceLast.followers.by]] : [],
  );
  const now = sum(compared.map(([count = 0]) => count));
  const by = sum(compared.map(([, change = 0]) => change));
  return {
    followers: sum(followers),
    sinceLast: compared.length > 0 ? delta(now, now - by) : undefined,
    compared: compared.length,
  };
}

function moversOf(rows: readonly DigestRow[]): readonly DigestRow[] {
  const size = ({ sinceLast }: DigestRow) => {
    const { by = 0, ratio } = sinceLast.kind === 'delta' ? sinceLast.followers : {};
    // From 0 the ratio is beyond any number.
    return { by: Math.abs(by), ratio: Math.abs(ratio ?? Number.MAX_VALUE) };
  };
  return rows
    .filter((row) => size(row).by > 0)
    .toSorted((a, b) => size(b).by - size(a).by || size(b).ratio - size(a).ratio)
    .slice(0, MOST_MOVERS);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
