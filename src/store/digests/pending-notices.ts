import { NOTIFIED_STATES } from '../../digests/delivery/run-rules.ts';
import type { PendingNotice, RunNotices } from '../../digests/run-ports.ts';
import type { Run } from '../../digests/runs.ts';
import { readNow } from '../clock.ts';
import { inTransaction } from '../transaction.ts';
import type { RunContext } from './digest-rows.ts';
import { RUN_COLUMNS, toRun } from './run-rows.ts';

/** The notices that are pending; none of a digest that was deleted. */
export function createPendingNotices<Poster>(context: RunContext<Poster>): RunNotices<Poster> {
  return {
    claimNotices: (limit, leaseMs) =>
      inTransaction(context, async (inside) => {
        const { db, engine } = inside;
        const now = await readNow(inside);
        const rows = await db
          .selectFrom('digest_runs')
          .select(RUN_COLUMNS)
          .where('tell_at', '<=', now)
          .where('state', 'in', NOTIFIED_STATES)
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
        const digests = new Map(found.map((row) => [row.id, context.poster.read(row)]));
        return rows.flatMap((row) => {
          const digest = digests.get(row.digest_id);
          return digest ? toNotice(toRun(row), digest) : [];
        });
      }),
    async markNotified(id) {
      await context.db.updateTable('digest_runs').set({ tell_at: null }).where('id', '=', id).execute();
    },
  };
}

function toNotice<Poster>(run: Run, digest: Poster): readonly PendingNotice<Poster>[] {
  return run.state === 'failed' || run.state === 'unknown' ? [{ run, digest }] : [];
}
