import { sql } from 'kysely';
import type { JoiningCurves } from '../../followstats/history/joining-curve.ts';
import type { Context } from '../clock.ts';
import { readTimes, writeTimes } from '../joining-times.ts';

/** Keeps since when those follow an account who did when that was asked: a row an account. The last to write wins. */
export function createJoiningCurves({ db, clock }: Context): JoiningCurves {
  return {
    async read(account) {
      const row = await db.selectFrom('joining_curves').selectAll().where('account', '=', account).executeTakeFirst();
      return row && { readAt: row.read_at, since: readTimes(row.times) };
    },
    async keep(account, { readAt, since }) {
      const set = { read_at: readAt, times: writeTimes(since) };
      await db
        .insertInto('joining_curves')
        .values({ account, ...set })
        .onConflict((conflict) => conflict.column('account').doUpdateSet(set))
        .execute();
    },
    async prune(ageMs) {
      const { numDeletedRows } = await db
        .deleteFrom('joining_curves')
        .where('read_at', '<', sql<number>`${clock()} - ${sql.lit(ageMs)}`)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
