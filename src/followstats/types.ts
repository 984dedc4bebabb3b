import type { Failure } from '../errors.ts';

/** A Chat UserID that passed `readAccountId`: 1–32 bytes of printable ASCII, case kept. */
export type AccountId = string & { readonly __brand: 'AccountId' };

/** An account's own numbers: whole, never negative. */
export interface FollowCounts {
  readonly followers: number;
  readonly following: number;
  readonly mutual: number;
}

/** An account of which nothing could be read. */
export interface FailedAccount {
  readonly kind: 'failed';
  readonly failure: Failure;
}

/** What is known of one account. `readAt`: when Chat said so, Unix milliseconds. */
export type Lookup = ({ readonly kind: 'found'; readonly readAt: number } & FollowCounts) | FailedAccount;

/** How a look-up is asked; all that is left out has a default. */
export interface LookupOptions {
  /** Aborts at the look-up's deadline; accounts without an answer then fail with `out_of_time`. */
  readonly signal?: AbortSignal | undefined;
  /** Ask Chat even for what is cached. */
  readonly fresh?: boolean | undefined;
  /** Who asks; the callers of one moment take turns. */
  readonly caller?: string | undefined;
  /** Digests yield to people, and watches to both. */
  readonly priority?: 'person' | 'digest' | 'watch' | undefined;
}

/**
 * Answers for every account it is given, each once. What fails for one account is data (`failed`); it throws `AppError`
 * only when nothing could be asked at all.
 */
export type AskMany<Found> = (
  accounts: readonly AccountId[],
  options?: LookupOptions,
) => Promise<ReadonlyMap<AccountId, Found | FailedAccount>>;

/** Asks for counts. */
export type LookupMany = AskMany<Lookup>;

/** What a call of a Chat command may use of the layers above it. */
export interface CallOptions {
  /**
   * Waited for before each request beyond the first (after signing anew, about the asking account), so that it is counted, too.
   * Resolves when the request may leave; never rejects.
   */
  readonly nextPermit?: (() => Promise<void>) | undefined;
}

/**
 * Makes one call of a Chat command, within its limits. Resolves to its answer; rejects with `AppError` when the call failed as a
 * whole, with anything else only for a bug.
 */
export type ChatCall<Asked, Answered> = (asked: Asked, options?: CallOptions) => Promise<Answered>;
