import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** When the last lease was given, so that a database whose clock was set back doesn't keep all calls waiting until it is right again. */
export const addLeasedAt: Migration = {
  async up(db: Kysely<unknown>) {
    // A version that doesn't know it leaves it as it is.
    await sql`alter table rate add column leased_at double precision not null default 0`.execute(db);
  },
};
