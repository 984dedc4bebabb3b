import type { AccountId } from '../types.ts';

/** An account began or ceased to follow another, as Chat's webhook reported it. */
export interface FollowEvent {
  readonly kind: 'follow' | 'unfollow';
  readonly follower: AccountId;
  /** Who is followed. */
  readonly account: AccountId;
  /** When it happened, by Chat's clock, Unix milliseconds. */
  readonly at: number;
}

/** Which events: after `after`, and not after `until`. Unix milliseconds, of the events themselves. */
export interface EventPeriod {
  readonly after: number;
  readonly until: number;
}

/** How many events of each kind an account has: its followers came or left. Whole, never negative. */
export interface CameAndLeft {
  readonly came: number;
  readonly left: number;
}

/** Which counts may be different now: those of these accounts, or of any (a notice may have been lost). */
export type ChangedCounts = ReadonlySet<AccountId> | 'all';

/** @param from where the change was recorded: by this process or by another replica */
export type CountsListener = (accounts: ChangedCounts, from: 'here' | 'elsewhere') => void;

/**
 * Events, kept in the store under the account that is followed. Each function rejects with `store_unavailable` when the store can't
 * be used.
 */
export interface Events {
  /**
   * Records events, all or none of them, and then notifies every replica that the counts of followers and followed have changed. The
   * same event given twice is kept once; the order in which events are given has no effect.
   * @returns how many weren't kept before
   */
  record(events: readonly FollowEvent[]): Promise<number>;
  /** How many came to each account and left it, within its own period; those without an event are left out. */
  between(periods: ReadonlyMap<AccountId, EventPeriod>): Promise<ReadonlyMap<AccountId, CameAndLeft>>;
  /** Every event of one account within a period, the oldest first, in pages of at most 500. */
  pages(account: AccountId, period: EventPeriod): AsyncIterable<readonly FollowEvent[]>;
  /** The newest events of one account within a period, the newest first. @param kind of this kind alone */
  last(
    account: AccountId,
    count: number,
    period?: EventPeriod & { readonly kind?: FollowEvent['kind'] },
  ): Promise<readonly FollowEvent[]>;
  /** Drops those that are older than this. @param retentionMs milliseconds @returns how many there were */
  prune(retentionMs: number): Promise<number>;
}

/** A time in which webhooks were taken (`hearing`), or from which events were lost (`lost`, of which `events` are known). */
export interface HearingSpan {
  readonly kind: 'hearing' | 'lost';
  /** Unix milliseconds, both included. */
  readonly since: number;
  readonly until: number;
  /** How many are known to be lost; 0 of `hearing`. */
  readonly events: number;
}

/**
 * When this app could hear of events, kept in the store: what lies between two spans of `hearing` is an outage. Each function
 * rejects with `store_unavailable` when the store can't be used.
 */
export interface Hearing {
  /** Writes a span, in place of the one that was written under this id before. */
  keep(id: string, span: HearingSpan): Promise<void>;
  /** The spans that touch a period, by their beginning. */
  spans(since: number, until: number): Promise<readonly HearingSpan[]>;
  /** Drops those that ended longer ago than this. @param retentionMs milliseconds @returns how many there were */
  prune(retentionMs: number): Promise<number>;
}
