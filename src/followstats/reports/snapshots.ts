import type { AccountId, FollowCounts } from '../types.ts';

/** An account's counts at an instant. `readAt`: Unix milliseconds, when Chat said so. */
export interface Snapshot extends FollowCounts {
  readonly readAt: number;
}

/**
 * Counts over time, kept in the store: every fresh answer, thinned with age (hourly for 30 days, daily after). Each function
 * rejects with `store_unavailable` when the store can't be used.
 */
export interface Snapshots {
  /**
   * Records fresh answers. Of those within an hour that are all the same only the first and the last are kept: since when the
   * counts are so, and until when that is known.
   */
  record(found: ReadonlyMap<AccountId, Snapshot>): Promise<void>;
  /** What each account is compared with: the newest snapshot at or before `at`; those without one are left out. */
  before(accounts: readonly AccountId[], at: number): Promise<ReadonlyMap<AccountId, Snapshot>>;
  /** The first snapshot of each at or after `at`; those without one are left out. */
  firstSince(accounts: readonly AccountId[], at: number): Promise<ReadonlyMap<AccountId, Snapshot>>;
  /** Oldest first. */
  history(account: AccountId, since: number): Promise<readonly Snapshot[]>;
  /** Drops what its age makes needless. @returns how many were dropped */
  thin(): Promise<number>;
}
