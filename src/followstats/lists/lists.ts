import type { Asker } from '../access/rules.ts';
import type { ListName } from '../typed/list-name.ts';
import type { AccountId } from '../types.ts';

/** Accounts of one list; two `follow_get_info` bulks of 500, far more than a Slack table shows. */
export const MOST_LIST_ACCOUNTS = 1000;
/** Lists of one workspace. */
export const MOST_LISTS = 200;

/** A named set of accounts kept by the team. */
export interface AccountList {
  readonly name: ListName;
  /** In the order added. */
  readonly accounts: readonly AccountId[];
}

/** How a change of a list ended. `size` is the list's afterwards. */
export type ListChange =
  /** `removed`: of `remove` those that were taken out. */
  | {
      readonly kind: 'done';
      readonly changed: number;
      readonly size: number;
      readonly removed?: readonly AccountId[] | undefined;
    }
  | { readonly kind: 'absent' | 'exists' | 'too-many-lists' }
  /** Nothing was added. `size`: what the list would hold. */
  | { readonly kind: 'too-many-accounts'; readonly size: number };

/**
 * The lists, kept in the store. Every change is one transaction, audited in it; changes made at once don't lose each other's
 * accounts. Each function rejects with `store_unavailable` when the store can't be used.
 */
export interface Lists {
  create(name: ListName, accounts: readonly AccountId[], by: Asker): Promise<ListChange>;
  /** Adds those that aren't in it yet. */
  add(name: ListName, accounts: readonly AccountId[], by: Asker): Promise<ListChange>;
  /** Takes out those that are in it. */
  remove(name: ListName, accounts: readonly AccountId[], by: Asker): Promise<ListChange>;
  /** `changed` and `size` 0. */
  delete(name: ListName, by: Asker): Promise<ListChange>;
  /** The lists that exist, of those asked for. */
  read(names: readonly ListName[]): Promise<ReadonlyMap<ListName, AccountList>>;
  /** All of them, by name, with their number of accounts. */
  all(): Promise<readonly { readonly name: ListName; readonly size: number }[]>;
}
