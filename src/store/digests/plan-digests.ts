import { planSlots, type SlotPlan } from '../../digests/delivery/plan-slots.ts';
import { isOvertaken, type UnheldEnd } from '../../digests/delivery/run-rules.ts';
import type { Digests } from '../../digests/ports.ts';
import { type RunId, toRunId } from '../../digests/runs.ts';
import type { Digest, DigestId } from '../../digests/types.ts';
import { type JobContext, readNow } from '../clock.ts';
import type { Database } from '../schema.ts';
import { inTransaction } from '../transaction.ts';
import { DIGEST_ROWS, pauseBySystem, tryDigest } from './digest-rows.ts';
import { RUN_COLUMNS, type RunRow, toRun } from './run-rows.ts';

/** From digests to runs: the only place where a slot gets its row. */
export function createPlanning(context: JobContext): Pick<Digests, 'plan' | 'nextPlan'> {
  return {
    async plan(limit) {
      const { planned, missed } = await inTransaction(context, async (inside) => {
        const { db, engine } = inside;
        const now = await readNow(inside);
        const rows = await active(db)
          .selectAll()
          .where('next_run_at', '<=', now)
          .orderBy('next_run_at')
          .orderBy('id')
          .limit(limit)
          .$if(engine === 'postgres', (query) => query.forUpdate().skipLocked())
          .execute();
        const missed: RunId[] = [];
        for (const row of rows) {
          const digest = tryDigest(row);
          const slots = digest && trySlots(digest, now);
          if (slots) missed.push(...(await planOne(inside, digest, slots, now)));
          else await pauseBySystem({ ...inside, poster: DIGEST_ROWS }, String(row.id) as DigestId, 'unreadable');
        }
        return { planned: rows.length, missed };
      });
      if (missed.length > 0) context.onUnheld?.(missed.map(toMissed));
      if (planned > 0) await context.onChanged?.();
      return planned;
    },
    async nextPlan() {
      const { db, clock } = context;
      const { at, now } = await active(db)
        .select(({ fn }) => [fn.min<number | null>('next_run_at').as('at'), clock().as('now')])
        .executeTakeFirstOrThrow();
      return { at: at ?? undefined, now };
    },
  };
}

const active = (db: Database) =>
  db.selectFrom('digests').where('paused_at', 'is', null).where('deleted_at', 'is', null);

/** `undefined` when its schedule can't be read, as that of a zone this machine doesn't know. */
function trySlots(digest: Digest, now: number): SlotPlan | undefined {
  try {
    return planSlots(digest, now);
  } catch {
    return undefined;
  }
}

const toMissed = (id: RunId): UnheldEnd => ({ id, state: 'missed', reason: 'down' });

/** @returns the runs that it made `missed` */
async function planOne(
  inside: JobContext,
  digest: Digest,
  { due, missed, nextRunAt }: SlotPlan,
  now: number,
): Promise<readonly RunId[]> {
  const { db } = inside;
  const overtaken = due === undefined ? [] : await giveUpOvertaken(inside, digest, due, now);
  const slots = [
    ...missed.map((slot) => ({ slot, state: 'missed', reason: 'down' }) as const),
    ...(due === undefined ? [] : [{ slot: due, state: 'due', reason: null } as const]),
  ];
  const added =
    slots.length === 0
      ? []
      : await db
          .insertInto('digest_runs')
          .values(
            slots.map(({ slot, state, reason }) => ({
              id: toRunId(digest.id, slot),
              digest_id: Number(digest.id),
              slot,
              origin: 'schedule' as const,
              state,
              reason,
              attempts: 0,
              due_at: slot,
              changed_at: now,
              token: 0,
            })),
          )
          // Planned before, by a schedule that has been edited since.
          .onConflict((conflict) => conflict.doNothing())
          .returning(['id', 'state'])
          .execute();
  await db.updateTable('digests').set({ next_run_at: nextRunAt }).where('id', '=', Number(digest.id)).execute();
  const missedNow = added.flatMap(({ id, state }) => (state === 'missed' ? [id] : []));
  return [...overtaken, ...missedNow];
}

/** Ends the digest's earlier runs that the slot which is due now overtakes. @returns them */
async function giveUpOvertaken(
  { db, engine }: JobContext,
  { id }: Digest,
  due: number,
  now: number,
): Promise<readonly RunId[]> {
  const open = await db
    .selectFrom('digest_runs')
    .select(RUN_COLUMNS)
    .where('digest_id', '=', Number(id))
    .where('slot', '<', due)
    .where('state', 'in', ['due', 'claimed'])
    // Until the end of the transaction no other replica claims or ends them.
    .$if(engine === 'postgres', (query) => query.forUpdate())
    .execute();
  const overtaken = open.filter((row) => isOvertaken(toHeldRun(row), due, now)).map((row) => row.id);
  if (overtaken.length === 0) return [];
  await db
    .updateTable('digest_runs')
    .set({ state: 'missed', reason: 'down', changed_at: now, lease_until: null })
    .where('id', 'in', overtaken)
    .execute();
  return overtaken;
}

function toHeldRun(row: RunRow) {
  return { ...toRun(row), isPostAgain: row.again_at !== null, leaseUntil: row.lease_until ?? undefined };
}
