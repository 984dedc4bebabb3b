import type { AccountId, FailedAccount } from '../types.ts';

/** Whom an account's list names: its fans, those it follows, or those with whom both is so. */
export type RelationKind = 'fans' | 'following' | 'mutual';

/** One account of such a list. */
export interface Relation {
  readonly account: AccountId;
  /** Since when, Unix milliseconds; `undefined` where Chat doesn't say. */
  readonly since: number | undefined;
  /** Its nickname, as Chat has it: untrusted text; `undefined` where it has none. */
  readonly name: string | undefined;
}

/** A part of such a list, in the order in which Chat gives it, which nothing documents. */
export interface RelationPage {
  /** At most 1,000, each account once. May be none although there are further pages. */
  readonly relations: readonly Relation[];
  /** Items that name no account, or not in a form that can be read: they are in no page. */
  readonly unreadable: number;
  /** What the next page is asked by; `undefined` at the end. */
  readonly next: string | undefined;
  /** When Chat said so, Unix milliseconds. */
  readonly readAt: number;
}

/** How such a list is asked for; all that is left out has a default. */
export interface RelationOptions {
  /** Aborts when nothing of it is waited for any more. */
  readonly signal?: AbortSignal | undefined;
  /** Exports yield to people. */
  readonly priority?: 'person' | 'export' | undefined;
}

/**
 * Reads one page of an account's list.
 * @param cursor empty for the first page, then the page's `next`
 * @throws {AppError} when Chat doesn't answer for it (`missing_account`: it doesn't know the account), `upstream_changed` when the
 *   page names itself as its next, `out_of_time` when the signal aborts
 */
export type ReadRelations = (
  account: AccountId,
  kind: RelationKind,
  cursor: string,
  options?: RelationOptions,
) => Promise<RelationPage>;

/** Who follows whom of two accounts. */
export interface Follows {
  readonly kind: 'checked';
  /** Whether the account asked about follows the other. */
  readonly follows: boolean;
  /** Whether the other follows it. */
  readonly isFollowed: boolean;
}

/**
 * Finds out of an account and each of some others who follows whom: a call for every 100 others. What fails for one other is data.
 * @param others each once; the account itself isn't among them
 * @returns one for each of the others
 * @throws {AppError} when nothing could be asked at all; `missing_account` when Chat doesn't know the account itself
 */
export type CheckFollows = (
  account: AccountId,
  others: readonly AccountId[],
  options?: RelationOptions,
) => Promise<ReadonlyMap<AccountId, Follows | FailedAccount>>;
