import type { Runs } from '../../digests/run-ports.ts';
import { toRunId } from '../../digests/runs.ts';
import { type JobContext, readNow } from '../clock.ts';
import type { Database } from '../schema.ts';
import type { Signal } from '../signal.ts';
import { withSubjectLock } from '../transaction.ts';
import { createClaiming } from './claim-runs.ts';
import { DIGEST_ROWS, lockDigest } from './digest-rows.ts';
import { createPendingNotices } from './pending-notices.ts';
import { createRunLog } from './run-log.ts';
import { RUN_COLUMNS, toRun } from './run-rows.ts';
import { createSteps } from './run-steps.ts';
import { createUnknownRuns } from './unknown-runs.ts';

/** @param signal notified when a person makes a run due */
export function createRuns(context: JobContext, signal: Pick<Signal, 'notify'>): Runs {
  const inRuns = { ...context, poster: DIGEST_ROWS };
  return {
    async ask(digestId, by) {
      const added = await withSubjectLock(context, 'digests', by, async (trx) => {
        const details = { digest: digestId };
        if (!(await lockDigest({ ...context, db: trx }, digestId)))
          return { action: 'digest-run', outcome: 'failed', details: { ...details, why: 'absent' }, result: undefined };
        const now = await readNow({ ...context, db: trx });
        const slot = await freeSlot(trx, Number(digestId), now);
        const row = await trx
          .insertInto('digest_runs')
          .values({
            id: toRunId(digestId, slot),
            digest_id: Number(digestId),
            slot,
            origin: 'person',
            state: 'due',
            attempts: 0,
            due_at: now,
            changed_at: now,
            token: 0,
          })
          .returning(RUN_COLUMNS)
          .executeTakeFirstOrThrow();
        // What comes of it stands in the digest's log.
        return { action: 'digest-run', outcome: 'allowed', details: { ...details, run: row.id }, result: toRun(row) };
      });
      if (added) await signal.notify();
      return added;
    },
    ...createClaiming(inRuns),
    ...createSteps(inRuns),
    ...createUnknownRuns(context, signal),
    ...createPendingNotices(inRuns),
    ...createRunLog(context),
  };
}

/** Returns now, or the first millisecond after it at which the digest has no slot yet. */
async function freeSlot(db: Database, digestId: number, now: number): Promise<number> {
  const { last } = await db
    .selectFrom('digest_runs')
    .select(({ fn }) => fn.max<number | null>('slot').as('last'))
    .where('digest_id', '=', digestId)
    .where('slot', '>=', now)
    .executeTakeFirstOrThrow();
  return last === null ? now : last + 1;
}
