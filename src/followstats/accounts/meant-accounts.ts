import type { AccountId } from '../types.ts';
import type { KnownAccounts } from './known-accounts.ts';
import { oneTypoAway } from './one-typo-away.ts';

/**
 * For accounts that Chat doesn't know: the known account that each was probably meant to be, where one is a typo away. Those
 * without one are left out; so are those beyond the first five. Rejects with `store_unavailable`.
 * @param unknown all accounts that Chat was just found not to know: none of them was meant. Left out: those of `accounts`
 */
export type FindMeant = (
  accounts: readonly AccountId[],
  unknown?: readonly AccountId[],
) => Promise<ReadonlyMap<AccountId, AccountId>>;

interface Options {
  readonly known: Pick<KnownAccounts, 'among'>;
  /** Those of these that were ever read: Chat has answered for them. */
  readonly everRead: (accounts: readonly AccountId[]) => Promise<Pick<ReadonlyMap<AccountId, unknown>, 'has'>>;
}

/** Each costs some thousand look-ups in the store's indexes. */
const MOST_ACCOUNTS = 5;
/** Of more known accounts that are as near the others are left out. */
const MOST_POSSIBLE = 100;

/**
 * Makes a `FindMeant` over what the store knows. An account that was ever read comes first. One that is only linked or listed may
 * itself be mistyped: it is taken only for an account that is neither, or two such would each be offered for the other.
 */
export function createFindMeant({ known, everRead }: Options): FindMeant {
  async function findOne(account: AccountId, unknown: ReadonlySet<AccountId>): Promise<AccountId | undefined> {
    const near = oneTypoAway(account);
    const found = await known.among([account, ...near]);
    const possible = near.filter((one) => found.has(one) && !unknown.has(one)).slice(0, MOST_POSSIBLE);
    if (possible.length === 0) return undefined;
    const read = await everRead(possible);
    return possible.find((one) => read.has(one)) ?? (found.has(account) ? undefined : possible[0]);
  }

  return async (accounts, unknown = accounts) => {
    const meant = new Map<AccountId, AccountId>();
    const excluded = new Set(unknown);
    for (const account of accounts.slice(0, MOST_ACCOUNTS)) {
      const found = await findOne(account, excluded);
      if (found !== undefined) meant.set(account, found);
    }
    return meant;
  };
}
