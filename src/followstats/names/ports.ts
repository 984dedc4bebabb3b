import type { AccountId, AskMany, LookupOptions } from '../types.ts';

/** An account's nickname as Chat has it: anybody's words, not cleaned; `undefined` where it has none. */
export interface Nickname {
  readonly kind: 'found';
  readonly nickname: string | undefined;
}

/** Asks Chat for nicknames, whatever is known of them. What fails for one account is data; rejects with `AppError` when nothing could be asked. */
export type ReadProfiles = AskMany<Nickname>;

/** How names are asked for; all that is left out has a default. */
export interface NameOptions extends Pick<LookupOptions, 'caller' | 'priority'> {
  /** How long is waited for those that aren't known, milliseconds; what comes later is remembered. Default: as long as it takes, which is bounded. */
  readonly waitMs?: number | undefined;
}

/** How long an answer that asks Chat for no counts waits for names, milliseconds. */
export const NAMES_WAIT_MS = 300;

/**
 * Reads names, from memory or from Chat. Never rejects.
 * @returns only names that are known, cleaned, none that only repeats the UserID; empty where names are switched off
 */
export type ReadNames = (
  accounts: readonly AccountId[],
  options?: NameOptions,
) => Promise<ReadonlyMap<AccountId, string>>;

/**
 * The name to show beside a UserID, cleaned; `undefined` where none is known by now, it only repeats the UserID, or names are
 * switched off. Never asks.
 * @param given the nickname as Chat gave it with something else, which then counts instead of what is remembered
 */
export type NameOf = (account: AccountId, given?: string) => string | undefined;

/** Accounts' nicknames. */
export interface Names {
  readonly read: ReadNames;
  readonly of: NameOf;
}
