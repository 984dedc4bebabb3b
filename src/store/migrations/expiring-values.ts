import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../clock.ts';

/** What buttons need and what may be done once, each until it expires. */
export function createExpiringValuesTable(engine: Engine): Migration {
  const text = engine === 'postgres' ? sql`text collate "C" not null` : sql`text not null`;

  return {
    async up(db: Kysely<unknown>) {
      await sql`create table expiring_values (key ${text} primary key, value ${text}, expires_at bigint not null)`.execute(
        db,
      );
      await sql`create index expiring_values_expire on expiring_values (expires_at)`.execute(db);
    },
  };
}
