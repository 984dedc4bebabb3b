import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../clock.ts';

/** Which form made a digest, so that one that is sent in again makes no second. */
export function createDigestForms(engine: Engine): Migration {
  const text = engine === 'postgres' ? sql`text collate "C"` : sql`text`;

  return {
    async up(db: Kysely<unknown>) {
      await sql`alter table digests add column form_id ${text}`.execute(db);
      await sql`create index digests_form on digests (form_id)`.execute(db);
    },
  };
}
