import type { Relation } from './relation.ts';

/** What Chat tells about one account's relations. */
export interface FollowCounts {
  readonly followers: number;
  readonly following: number;
  /** Accounts that follow this one and are followed by it. */
  readonly mutual: number;
}

/** Accounts and who follows whom. UserIDs are case-sensitive. */
export interface FollowGraph {
  /** Members of the crowd are known where there is an audience. */
  has(id: string): boolean;
  /** Adding twice changes nothing. Throws RangeError for what can't be a UserID. */
  addAccount(id: string): void;
  /** Takes its relations away too. */
  removeAccount(id: string): void;
  /**
   * Following twice changes nothing. Throws RangeError for an unknown account, for oneself, and past 5,000 followed accounts.
   * @param at since when, Unix milliseconds; by default the graph's present
   * @returns whether it changed anything
   */
  follow(from: string, to: string, at?: number): boolean;
  /** @returns whether it changed anything */
  unfollow(from: string, to: string): boolean;
  /** Since when one follows the other, Unix milliseconds; undefined when it doesn't. */
  followedAt(from: string, to: string): number | undefined;
  /**
   * Latest first: those that began while the graph was there, the audience, those of which it was said when; made as they are read. Empty for an unknown account.
   * @param below only those at lower places
   */
  followersOf(id: string, below?: number): Iterable<Relation>;
  /** As above. */
  followingOf(id: string, below?: number): Iterable<Relation>;
  /** Those followed that follow back, since the later of the two; as above. */
  mutualOf(id: string, below?: number): Iterable<Relation>;
  /** Counted from the relations at each call, with the audience among the followers; undefined for an unknown account. */
  countsOf(id: string): FollowCounts | undefined;
}
