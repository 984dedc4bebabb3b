import type { Digests } from '../../digests/ports.ts';
import { isRestorable } from '../../digests/restoring.ts';
import { nextRun } from '../../digests/schedule/schedule.ts';
import { type JobContext, readNow } from '../clock.ts';
import type { Signal } from '../signal.ts';
import { withSubjectLock } from '../transaction.ts';
import { done, failed } from './digest-changes.ts';
import { tryDigest } from './digest-rows.ts';

/** Takes deletions back. Their rows stay for long enough: see `prune`. */
export function createRestoring(
  context: JobContext,
  signal: Pick<Signal, 'notify'>,
): Pick<Digests, 'restore' | 'readDeleted'> {
  const readRow = ({ db, engine }: JobContext, id: string, isLocked: boolean) =>
    db
      .selectFrom('digests')
      .selectAll()
      .where('id', '=', Number(id))
      .$if(isLocked && engine === 'postgres', (query) => query.forUpdate())
      .executeTakeFirst();

  return {
    async restore(id, by) {
      const restored = await withSubjectLock(context, 'digests', by, async (trx) => {
        const inside = { ...context, db: trx };
        const row = await readRow(inside, id, true);
        const digest = row && tryDigest(row);
        const now = await readNow(inside);
        if (!digest) return { ...failed('digest-restore', id, 'absent'), result: 'absent' as const };
        if (row.deleted_at === null) return { ...failed('digest-restore', id, 'present'), result: 'present' as const };
        if (!isRestorable(row.deleted_at, now))
          return { ...failed('digest-restore', id, 'too-late'), result: 'too-late' as const };
        await trx
          .updateTable('digests')
          .set({
            deleted_at: null,
            // While it is paused it has none, and resuming it sets one.
            ...(digest.state.kind === 'active' && { next_run_at: nextRun(digest.schedule, now) }),
            edited_by: by.personId,
            edited_at: now,
          })
          .where('id', '=', Number(id))
          .execute();
        return { ...done('digest-restore', id), result: 'restored' as const };
      });
      if (restored === 'restored') await signal.notify();
      return restored;
    },
    async readDeleted(id) {
      const row = await readRow(context, id, false);
      const digest = row && tryDigest(row);
      if (!digest || row.deleted_at === null) return undefined;
      return { digest, isRestorable: isRestorable(row.deleted_at, await readNow(context)) };
    },
  };
}
