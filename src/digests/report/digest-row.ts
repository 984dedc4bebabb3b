import { type Delta, delta } from '../../followstats/reports/delta.ts';
import type { Row } from '../../followstats/reports/report.ts';
import type { Snapshot } from '../../followstats/reports/snapshots.ts';
import type { AccountId, FollowCounts } from '../../followstats/types.ts';
import type { PostedRun } from '../runs.ts';
import { COUNTS } from './posted-readings.ts';
import { isWeekOld } from './weeks.ts';

/** Why there is no delta. `unread`: this account can't be read now. */
type NoDelta = 'first-run' | 'new-account' | 'was-unreadable' | 'no-reading' | 'unread';

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

/** What accounts are compared with. */
export interface Earlier {
  /** Unix milliseconds: when they were read. */
  readonly readAt: number;
  /** The digest's last posted run. */
  readonly last: PostedRun | undefined;
  /** `Snapshots.before` at `weekBaselineAt`; those that are too old are left out here. */
  readonly week: ReadonlyMap<AccountId, Snapshot>;
}

/** Compares an account with the last post, and with a week ago. */
export function compareRow(row: Row, earlier: Earlier): DigestRow {
  return { ...row, sinceLast: changeSinceLast(row, earlier.last), sinceWeek: changeSinceWeek(row, earlier) };
}

function changeSinceLast({ account, lookup }: Row, last: PostedRun | undefined): Change {
  if (lookup.kind === 'failed') return { kind: 'none', reason: 'unread' };
  if (!last) return { kind: 'none', reason: 'first-run' };
  const before = last.readings.get(account);
  if (!before) return { kind: 'none', reason: 'new-account' };
  return before.kind === 'read' ? changeOf(lookup, before.counts) : { kind: 'none', reason: 'was-unreadable' };
}

function changeSinceWeek({ account, lookup }: Row, { last, week, readAt }: Earlier): Change {
  if (lookup.kind === 'failed') return { kind: 'none', reason: 'unread' };
  const snapshot = week.get(account);
  if (snapshot && isWeekOld(snapshot.readAt, readAt)) return changeOf(lookup, snapshot);
  return { kind: 'none', reason: last ? 'no-reading' : 'first-run' };
}

function changeOf(now: FollowCounts, before: FollowCounts): Change {
  const [followers, following, mutual] = COUNTS.map((name) => delta(now[name], before[name])) as [Delta, Delta, Delta];
  return { kind: 'delta', followers, following, mutual };
}
