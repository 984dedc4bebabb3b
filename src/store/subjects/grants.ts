import { randomUUIDv7 } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Grant, Grants } from '../../followstats/access/grants.ts';
import type { Subject } from '../../followstats/access/rules.ts';
import type { Context } from '../clock.ts';

import { readRole, readSubject } from '../known-words.ts';
import type { Database, Schema } from '../schema.ts';
import { withSubjectLock } from '../transaction.ts';

interface Key {
  readonly subject_kind: Subject['kind'];
  readonly subject_id: string;
}

type Row = Selectable<Schema['grants']>;

const toKey = (subject: Subject): Key => ({
  subject_kind: subject.kind,
  subject_id: subject.kind === 'everyone' ? '' : subject.id,
});

/** `undefined` for a rule of a newer version: what it would give isn't known, so it gives nothing. */
function toGrant(row: Row): Grant | undefined {
  const subject = readSubject(row.subject_kind, row.subject_id);
  const role = readRole(row.role);
  return subject && role && { subject, role, by: row.by, at: row.at };
}

/** As the audit log names it. */
const toName = ({ subject_kind: kind, subject_id: id }: Key): string => (id ? `${kind} ${id}` : kind);

/** Keeps grants in the table `grants`; each change writes its audit entry in the same transaction. */
export function createGrants(context: Context): Grants {
  const { db, clock } = context;
  // Asked for with every command.
  const all = db.selectFrom('grants').selectAll().orderBy('at').orderBy('id').compile();

  return {
    async all() {
      const { rows } = await db.executeQuery(all);
      return rows.flatMap((row) => toGrant(row) ?? []);
    },
    async unrecognized() {
      const rows = await db.selectFrom('grants').selectAll().execute();
      return rows.filter((row) => !toGrant(row)).length;
    },
    grant: ({ subject, role }, by, { keepAnAdmin }) =>
      withSubjectLock(context, 'grants', by, async (trx) => {
        const key = toKey(subject);
        const before = await roleOf(trx, key);
        const details = { subject: toName(key), role, ...(before && { before }) };
        if (keepAnAdmin && role !== 'admin' && (await isLastAdmin(trx, key)))
          return {
            action: 'grant',
            outcome: 'failed',
            details: { ...details, why: 'last-admin' },
            result: 'last-admin',
          };
        const given = { id: randomUUIDv7(), role, by: by.personId, at: clock() };
        await trx
          .insertInto('grants')
          .values({ ...key, ...given })
          .onConflict((conflict) => conflict.columns(['subject_kind', 'subject_id']).doUpdateSet(given))
          .execute();
        return { action: 'grant', outcome: 'done', details, result: 'done' };
      }),
    revoke: (subject, by, { keepAnAdmin }) =>
      withSubjectLock(context, 'grants', by, async (trx) => {
        const key = toKey(subject);
        const before = await roleOf(trx, key);
        const details = { subject: toName(key), ...(before && { before }) };
        const notDone = <Why extends 'absent' | 'last-admin'>(why: Why) =>
          ({ action: 'revoke', outcome: 'failed', details: { ...details, why }, result: why }) as const;
        if (!before) return notDone('absent');
        if (keepAnAdmin && (await isLastAdmin(trx, key))) return notDone('last-admin');
        await trx
          .deleteFrom('grants')
          .where('subject_kind', '=', key.subject_kind)
          .where('subject_id', '=', key.subject_id)
          .execute();
        return { action: 'revoke', outcome: 'done', details, result: 'done' };
      }),
  };
}

async function roleOf(db: Database, key: Key): Promise<string | undefined> {
  const row = await db
    .selectFrom('grants')
    .select('role')
    .where('subject_kind', '=', key.subject_kind)
    .where('subject_id', '=', key.subject_id)
    .executeTakeFirst();
  return row?.role;
}

/** Whether this is the only person who is an admin by a grant. */
async function isLastAdmin(db: Database, key: Key): Promise<boolean> {
  const admins = await db
    .selectFrom('grants')
    .select('subject_id')
    .where('subject_kind', '=', 'person')
    .where('role', '=', 'admin')
    .limit(2)
    .execute();
  return key.subject_kind === 'person' && admins.length === 1 && admins[0]?.subject_id === key.subject_id;
}
