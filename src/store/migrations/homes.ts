import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../clock.ts';

/** Who has their Home open, and what they see there. */
export function createHomesTable(engine: Engine): Migration {
  const optional = engine === 'postgres' ? sql`text collate "C"` : sql`text`;
  const text = sql`${optional} not null`;

  return {
    async up(db: Kysely<unknown>) {
      await sql`create table homes (
        person_id ${text} primary key, channel_id ${text}, opened_at bigint not null, pages ${text}, notice ${optional},
        notice_until bigint, shown ${text}, claimed_until bigint not null)`.execute(db);
      await sql`create index homes_opened on homes (opened_at)`.execute(db);
    },
  };
}
