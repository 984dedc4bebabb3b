import type { Runs } from '../../digests/ports.ts';
import { type JobContext, readNow } from '../clock.ts';
import { inOne } from '../in-one.ts';
import { tryDigest } from './digest-rows.ts';
import { RUN_COLUMNS, toRun } from './run-rows.ts';

/** What owners have still to be told. Nobody is told of a digest that was deleted. */
export function createUntold(context: JobContext): Pick<Runs, 'claimNotices' | 'told'> {
  return {
    claimNotices: (limit, leaseMs) =>
      inOne(context, async (inside) => {
        const { db, engine } = inside;
        const now = await readNow(inside);
        const rows = await db
          .selectFrom('digest_runs')
          .select(RUN_COLUMNS)
          .where('tell_at', '<=', now)
          .where('state', 'in', ['failed', 'unknown'])
          .where('digest_id', 'in', (eb) =>
            eb.selectFrom('digests').select('digests.id').where('deleted_at', 'is', null),
          )
          .orderBy('tell_at')
          .orderBy('id')
          .limit(limit)
          .$if(engine === 'postgres', (query) => query.forUpdate().skipLocked())
          .execute();
        if (rows.length === 0) return [];
        const ids = rows.map(({ id }) => id);
        await db
          .updateTable('digest_runs')
          .set({ tell_at: now + Math.ceil(leaseMs) })
          .where('id', 'in', ids)
          .execute();
        const digestIds = rows.map(({ digest_id: id }) => id);
        const found = await db.selectFrom('digests').selectAll().where('id', 'in', digestIds).execute();
        const digests = new Map(found.map((row) => [row.id, tryDigest(row)]));
        return rows.flatMap((row) => {
          const digest = digests.get(row.digest_id);
          return digest ? [{ run: toRun(row), digest }] : [];
        });
      }),
    async told(id) {
      await context.db.updateTable('digest_runs').set({ tell_at: null }).where('id', '=', id).execute();
    },
  };
}
