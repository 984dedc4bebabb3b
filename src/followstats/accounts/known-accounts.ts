import type { AccountId } from '../types.ts';

/** The accounts that the store knows: those that were ever read, are linked or are on a list. */
export interface KnownAccounts {
  /**
   * Which of these the store knows. Takes time in proportion to how many are asked about, however many it knows. Rejects with
   * `store_unavailable`.
   */
  among(accounts: readonly AccountId[]): Promise<ReadonlySet<AccountId>>;
}
