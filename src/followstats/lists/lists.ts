import type { Asker } from '../access/access.ts';
import type { AccountId } from '../types.ts';

/** Accounts of one list; two `follow_get_info` bulks of 500, far more than a Slack table shows. */
export const MOST_LIST_ACCOUNTS = 1000;
/** Lists of one workspace. */
export const MOST_LISTS = 200;

/** Lower case, so that `list:Creators` and `list:creators` are one. */
const LIST_NAME = /^[a-z0-9][a-z0-9_-]{0,39}$/;

export type ListName = string & { readonly __brand: 'ListName' };

/** Takes text as a list's name: 1–40 letters, digits, `-` and `_`, beginning with a letter or digit; case doesn't count. */
export function readListName(text: string): ListName | undefined {
  const name = text.toLowerCase();
  return LIST_NAME.test(name) ? (name as ListName) : undefined;
}

/** A named set of accounts kept by the team. */
export interface AccountList {
  readonly name: ListName;
  /** In the order added. */
  readonly accounts: readonly AccountId[];
}

/** How a change of a list ended. `size` is the list's afterwards. */
export type ListChange =
  | { readonly kind: 'done'; readonly changed: number; readonly size: number }
  | { readonly kind: 'absent' | 'exists' | 'too-many-lists' }
  /** Nothing was added. `size`: what the list would hold. */
  | { readonly kind: 'too-many-accounts'; readonly size: number };

/** Kept in the store. Every change is one transaction, audited in it; changes made at once don't lose each other's accounts. */
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
