import type { PersonId } from '../../followstats/ids.ts';
import type { Links } from '../../followstats/links/links.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { Context } from '../clock.ts';
import type { Database } from '../schema.ts';
import { withSubjectLock } from '../transaction.ts';

/** Keeps links in the table `links`; each change writes its audit entry in the same transaction. */
export function createLinks(context: Context): Links {
  const { db, clock } = context;

  return {
    link: (personId, account, by) =>
      withSubjectLock(context, 'links', by, async (trx) => {
        const before = await accountOf(trx, personId);
        const made = { account, by: by.personId, at: clock() };
        await trx
          .insertInto('links')
          .values({ person_id: personId, ...made })
          .onConflict((conflict) => conflict.column('person_id').doUpdateSet(made))
          .execute();
        const details = { person: personId, account, ...(before && { before }) };
        return { action: 'link', outcome: 'done', details, result: before === account ? undefined : before };
      }),
    unlink: (personId, by) =>
      withSubjectLock(context, 'links', by, async (trx) => {
        const [gone] = await trx.deleteFrom('links').where('person_id', '=', personId).returning('account').execute();
        const details = { person: personId, ...(gone ? { account: gone.account } : { why: 'absent' }) };
        return { action: 'unlink', outcome: gone ? 'done' : 'failed', details, result: gone?.account };
      }),
    async of(personIds) {
      if (personIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('links')
        .select(['person_id', 'account'])
        .where('person_id', 'in', personIds)
        .execute();
      return new Map(rows.map(({ person_id: personId, account }) => [personId, account]));
    },
    async all() {
      const rows = await db.selectFrom('links').selectAll().orderBy('account').orderBy('person_id').execute();
      return rows.map(({ person_id: personId, account, by, at }) => ({ personId, account, by, at }));
    },
  };
}

async function accountOf(db: Database, personId: PersonId): Promise<AccountId | undefined> {
  const row = await db.selectFrom('links').select('account').where('person_id', '=', personId).executeTakeFirst();
  return row?.account;
}
