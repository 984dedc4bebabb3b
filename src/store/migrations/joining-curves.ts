import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../clock.ts';

/** Since when those follow an account who followed it when that was asked. */
export function createJoiningCurvesTable(engine: Engine): Migration {
  const text = engine === 'postgres' ? sql`text collate "C" not null` : sql`text not null`;

  return {
    async up(db: Kysely<unknown>) {
      await sql`create table joining_curves (account ${text} primary key, read_at bigint not null, times ${text})`.execute(
        db,
      );
    },
  };
}
