import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../clock.ts';

/** The size of burst that Chat takes of each command, so that a restart doesn't have to find it again. */
export function createLearnedBurstsTable(engine: Engine): Migration {
  const text = engine === 'postgres' ? sql`text collate "C" not null` : sql`text not null`;

  return {
    async up(db: Kysely<unknown>) {
      await sql`create table learned_bursts (command ${text} primary key, calls bigint not null)`.execute(db);
    },
  };
}
