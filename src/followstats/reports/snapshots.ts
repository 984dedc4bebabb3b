import type { AccountId, FollowCounts } from '../types.ts';

/** An account's counts at an instant. `readAt`: Unix milliseconds, when Chat said so. */
export interface Snapshot extends FollowCounts {
  readonly readAt: number;
}

/** A snapshot, and whose it is. */
export interface AccountSnapshot extends Snapshot {
  readonly account: AccountId;
}

/**
 * Counts over time, kept in the store: every fresh answer, thinned with age: hourly for 30 days, daily for two years, and of an account that
 * was read no more since only its newest. Each function rejects with
 * `store_unavailable` when the store can't be used.
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
  /**
   * What each account had at each of some instants: the newest snapshot at or before it that is younger than `maxAgeMs` then. The
   * accounts come in the order asked, each with one entry an instant, in the order of the instants; those without any are left out.
   */
  at(
    accounts: readonly AccountId[],
    instants: readonly number[],
    maxAgeMs: number,
  ): Promise<ReadonlyMap<AccountId, readonly (Snapshot | undefined)[]>>;
  /**
   * Every snapshot of some accounts from `since` to `until`, both included, in pages of at most 500: the accounts in the order
   * given, of each the oldest first. What was recorded or thinned meanwhile may be among them or not.
   */
  pages(
    accounts: readonly AccountId[],
    period: { readonly since: number; readonly until: number },
  ): AsyncIterable<readonly AccountSnapshot[]>;
  /** Drops what its age makes needless. @returns how many were dropped */
  thin(): Promise<number>;
}
