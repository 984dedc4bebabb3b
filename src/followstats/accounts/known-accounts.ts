import type { AccountId } from '../types.ts';

/** The accounts that the store knows: those that were ever read, are linked or are on a list. */
export interface KnownAccounts {
  /**
   * Which of these the store knows. Takes time in proportion to how many are asked about, however many it knows. Rejects with
   * `store_unavailable`.
   */
  among(accounts: readonly AccountId[]): Promise<ReadonlySet<AccountId>>;
  /**
   * Those that begin with a text, in its case, in lower case or with a capital, sorted by bytes; all for an empty text. Takes time in
   * proportion to `most`, however many the store knows. Rejects as `among`.
   */
  beginningWith(text: string, most: number): Promise<readonly AccountId[]>;
}
