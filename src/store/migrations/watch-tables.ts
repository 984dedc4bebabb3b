import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../clock.ts';

/**
 * Watches, what each knows of its accounts, and their alerts. The first and the last have all columns of `digests` and
 * `digest_runs`, on which the same statements run; they are tables of their own, so that an older version running beside this one
 * plans, pauses and posts none of them.
 */
export function createWatchTables(engine: Engine): Migration {
  const text = engine === 'postgres' ? sql`text collate "C"` : sql`text`;

  const statements = [
    sql`insert into turns (subject, taken_at) values ('watches', 0)`,

    sql`create table watches (
      id bigint not null primary key, owner_id ${text} not null, spec ${text} not null,
      paused_reason ${text}, paused_at bigint, next_run_at bigint not null,
      created_at bigint not null, edited_by ${text} not null, edited_at bigint not null, deleted_at bigint,
      form_id ${text}, muted_until bigint, threads_from bigint not null,
      token bigint not null, lease_until bigint, looked_at bigint)`,
    sql`create index watches_due on watches (next_run_at)`,
    sql`create index watches_leased on watches (lease_until)`,
    sql`create index watches_form on watches (form_id)`,

    sql`create table watch_states (
      watch_id bigint not null references watches (id), account ${text} not null, state ${text} not null,
      primary key (watch_id, account))`,

    sql`create table watch_alerts (
      id ${text} not null primary key, digest_id bigint not null references watches (id), slot bigint not null,
      origin ${text} not null, state ${text} not null, reason ${text},
      attempts bigint not null, first_tried_at bigint, due_at bigint not null, changed_at bigint not null,
      token bigint not null, lease_until bigint, again_at bigint, tell_at bigint,
      post_channel_id ${text}, post_ts ${text}, post_at bigint, marks ${text},
      content ${text} not null, head_id ${text}, head_shown ${text},
      unique (digest_id, slot))`,
    sql`create index watch_alerts_due on watch_alerts (state, due_at)`,
    sql`create index watch_alerts_leased on watch_alerts (state, lease_until)`,
    sql`create index watch_alerts_to_tell on watch_alerts (tell_at)`,
  ];

  return {
    async up(db: Kysely<unknown>) {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
