import type { RunWork, UnknownRuns } from '../../digests/run-ports.ts';
import type { RunId } from '../../digests/runs.ts';
import type { Context, JobContext } from '../clock.ts';
import type { Signal } from '../signal.ts';
import { inTransaction } from '../transaction.ts';
import { RUN_COLUMNS, toRun } from './run-rows.ts';
import { type RunChange, toPostColumns } from './run-steps.ts';

/** Runs whose post may or may not be in the channel: how they become `unknown`, and what takes them on from there. */
export function createUnknownRuns(
  context: JobContext,
  signal: Pick<Signal, 'notify'>,
): UnknownRuns & Pick<RunWork, 'abandon'> {
  const { clock } = context;

  return {
    async abandon() {
      const abandoned = await inTransaction(context, async (inside) => {
        const lapsed = await inside.db
          .selectFrom('digest_runs')
          .select('id')
          .where('state', '=', 'posting')
          .where('lease_until', '<=', clock())
          .$if(context.engine === 'postgres', (query) => query.forUpdate().skipLocked())
          .execute();
        if (lapsed.length === 0) return [];
        const ids = lapsed.map(({ id }) => id);
        const rows = await inside.db
          .updateTable('digest_runs')
          .set({
            state: 'unknown',
            reason: 'holder-died',
            changed_at: clock(),
            lease_until: null,
            tell_at: clock(),
          })
          .where('id', 'in', ids)
          .returning(RUN_COLUMNS)
          .execute();
        return rows.map(toRun);
      });
      if (abandoned.length > 0) await context.onChanged?.();
      return abandoned;
    },
    settle: (id, how, post) =>
      leaveUnknown(context, id, { state: 'posted', reason: how, tell_at: null, ...toPostColumns(post) }),
    async postAgain(id) {
      const isDue = await leaveUnknown(context, id, {
        state: 'due',
        reason: 'post-again',
        attempts: 0,
        first_tried_at: null,
        due_at: clock(),
        again_at: clock(),
        tell_at: null,
      });
      if (isDue) await signal.notify();
      return isDue;
    },
  };
}

async function leaveUnknown({ db, clock, onChanged }: Context, id: RunId, change: RunChange): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('digest_runs')
    .set({ ...change, changed_at: clock() })
    .where('id', '=', id)
    .where('state', '=', 'unknown')
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await onChanged?.();
  return numUpdatedRows > 0n;
}
