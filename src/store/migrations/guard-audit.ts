import { type Kysely, sql } from 'kysely';
import type { Engine } from '../clock.ts';

/** The shortest retention there is: what is younger can't be deleted by anything, a fault of ours included. */
const DAY_MS = sql.lit(86_400_000);

/** Makes the database itself reject changes of audit entries, and deletions of those of the last day. */
export async function guardAudit(db: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const statement of engine === 'sqlite' ? SQLITE : POSTGRES) await statement.execute(db);
}

const SQLITE = [
  sql`create trigger audit_unchanged before update on audit
    begin select raise(abort, 'audit entries cannot be changed'); end`,
  sql`create trigger audit_kept before delete on audit when old.at > unixepoch() * 1000 - ${DAY_MS}
    begin select raise(abort, 'audit entries are kept for a day at least'); end`,
];

const POSTGRES = [
  sql`create function refuse_audit_change() returns trigger language plpgsql as $$
    begin raise exception 'audit entries cannot be changed, and are kept for a day at least'; end $$`,
  sql`create trigger audit_unchanged before update on audit for each row execute function refuse_audit_change()`,
  sql`create trigger audit_kept before delete on audit for each row
    when (old.at > extract(epoch from clock_timestamp()) * 1000 - ${DAY_MS}) execute function refuse_audit_change()`,
  sql`create trigger audit_whole before truncate on audit for each statement execute function refuse_audit_change()`,
];
