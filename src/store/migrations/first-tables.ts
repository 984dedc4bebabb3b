import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../clock.ts';
import { guardAudit } from './guard-audit.ts';

/** The tables of the first release, all but those of digests. */
export function createFirstTables(engine: Engine): Migration {
  // Sorted by bytes on both engines, whatever the database's locale.
  const text = engine === 'postgres' ? sql`text collate "C" not null` : sql`text not null`;
  const whole = sql`bigint not null`;

  const statements = [
    sql`create table turns (subject ${text} primary key, taken_at ${whole})`,
    sql`insert into turns (subject, taken_at) values ('grants', 0), ('links', 0), ('lists', 0)`,

    sql`create table grants (
      id ${text} primary key, subject_kind ${text}, subject_id ${text}, role ${text}, "by" ${text}, at ${whole},
      unique (subject_kind, subject_id))`,

    sql`create table links (person_id ${text} primary key, account ${text}, "by" ${text}, at ${whole})`,

    sql`create table lists (name ${text} primary key, "by" ${text}, at ${whole})`,
    sql`create table list_accounts (
      list ${text} references lists (name), account ${text}, position ${whole}, primary key (list, account))`,

    sql`create table audit (
      id ${text} primary key, at ${whole}, action ${text}, actor ${text}, channel_id ${text}, outcome ${text}, details ${text})`,
    sql`create index audit_at on audit (at, id)`,

    sql`create table snapshots (
      account ${text}, read_at ${whole}, followers ${whole}, following ${whole}, mutual ${whole},
      primary key (account, read_at))`,

    sql`create table rate (budget ${text} primary key, free_at double precision not null)`,
    sql`insert into rate (budget, free_at) values ('upstream', 0)`,
  ];

  return {
    async up(db: Kysely<unknown>) {
      for (const statement of statements) await statement.execute(db);
      await guardAudit(db, engine);
    },
  };
}
