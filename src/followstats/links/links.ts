import type { Asker } from '../access/rules.ts';
import type { PersonId } from '../ids.ts';
import type { AccountId } from '../types.ts';

/** Which account a Slack person is. A person has one link at most; several people may share an account. */
export interface Link {
  readonly personId: PersonId;
  readonly account: AccountId;
  /** Who made it, a Slack person id. */
  readonly by: string;
  /** Unix milliseconds, by the store's clock. */
  readonly at: number;
}

/**
 * The links, kept in the store. Every change is audited in the same transaction. Each function rejects with
 * `store_unavailable` when the store can't be used.
 */
export interface Links {
  /** Makes or replaces the person's link. @returns the account it named before, if another */
  link(personId: PersonId, account: AccountId, by: Asker): Promise<AccountId | undefined>;
  /** @returns the account it named; `undefined` when there was no link */
  unlink(personId: PersonId, by: Asker): Promise<AccountId | undefined>;
  /** The accounts of those who are linked; the others are left out. */
  of(personIds: readonly string[]): Promise<ReadonlyMap<string, AccountId>>;
  /** By account. */
  all(): Promise<readonly Link[]>;
}
