import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../clock.ts';

/** Digests and their runs. A run's row is the record of its slot and the job in one, so there is one row a slot. */
export function createDigestTables(engine: Engine): Migration {
  // Sorted by bytes on both engines, whatever the database's locale.
  const text = engine === 'postgres' ? sql`text collate "C"` : sql`text`;

  const statements = [
    sql`insert into turns (subject, taken_at) values ('digests', 0)`,

    sql`create table digests (
      id bigint not null primary key, owner_id ${text} not null, spec ${text} not null,
      paused_reason ${text}, paused_at bigint, next_run_at bigint not null,
      created_at bigint not null, edited_by ${text} not null, edited_at bigint not null, deleted_at bigint)`,
    sql`create index digests_planned on digests (next_run_at)`,

    sql`create table digest_runs (
      id ${text} not null primary key, digest_id bigint not null references digests (id), slot bigint not null,
      origin ${text} not null, state ${text} not null, reason ${text},
      attempts bigint not null, first_tried_at bigint, due_at bigint not null, changed_at bigint not null,
      token bigint not null, lease_until bigint, again_at bigint, tell_at bigint,
      post_channel_id ${text}, post_ts ${text}, post_at bigint, marks ${text},
      unique (digest_id, slot))`,
    sql`create index digest_runs_due on digest_runs (state, due_at)`,
    sql`create index digest_runs_leased on digest_runs (state, lease_until)`,
    sql`create index digest_runs_to_tell on digest_runs (tell_at)`,
  ];

  return {
    async up(db: Kysely<unknown>) {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
