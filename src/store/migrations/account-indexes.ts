import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whether an account is linked or on a list is asked for thousands of UserIDs at once, when one was mistyped. */
export const addAccountIndexes: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index list_accounts_account on list_accounts (account)`.execute(db);
    await sql`create index links_account on links (account)`.execute(db);
  },
};
