import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../clock.ts';

/** Who followed whom when, as webhooks reported it, and when they could be taken. */
export function createEventTables(engine: Engine): Migration {
  const text = engine === 'postgres' ? sql`text collate "C" not null` : sql`text not null`;

  return {
    async up(db: Kysely<unknown>) {
      await sql`create table follow_events (account ${text}, at bigint not null, follower ${text}, kind ${text},
        primary key (account, at, follower, kind))`.execute(db);
      await sql`create index follow_events_at on follow_events (at)`.execute(db);
      await sql`create table hearing_spans (id ${text} primary key, kind ${text}, began_at bigint not null,
        ended_at bigint not null, events bigint not null)`.execute(db);
      await sql`create index hearing_spans_end on hearing_spans (ended_at)`.execute(db);
    },
  };
}
