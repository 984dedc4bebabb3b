import type { AccountId } from '../types.ts';
import type { KnownAccounts } from './known-accounts.ts';
import { oneTypoAway } from './one-typo-away.ts';

/**
 * For accounts that Chat doesn't know: the known account that each was probably meant to be, where one is a typo away. Those
 * without one are left out; so are those beyond the first five. Rejects with `store_unavailable`.
 */
export type FindMeant = (accounts: readonly AccountId[]) => Promise<ReadonlyMap<AccountId, AccountId>>;

/** Each costs some thousand look-ups in the store's indexes. */
const MOST_ACCOUNTS = 5;

/** Makes a `FindMeant` over what the store knows. */
export function createFindMeant(known: KnownAccounts): FindMeant {
  return async (accounts) => {
    const meant = new Map<AccountId, AccountId>();
    for (const account of accounts.slice(0, MOST_ACCOUNTS)) {
      const near = oneTypoAway(account);
      const found = await known.among(near);
      const first = near.find((one) => found.has(one));
      if (first !== undefined) meant.set(account, first);
    }
    return meant;
  };
}
