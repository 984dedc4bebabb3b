import { planSlots, type SlotPlan } from '../../digests/delivery/plan-slots.ts';
import type { Digests } from '../../digests/ports.ts';
import { type Digest, type DigestId, toRunId } from '../../digests/types.ts';
import { type JobContext, readNow } from '../clock.ts';
import { inOne } from '../in-one.ts';
import type { Database } from '../schema.ts';
import { tryDigest } from './digest-rows.ts';
import { pauseForGood } from './pause-digest.ts';

/** From digests to runs: the only place where a slot gets its row. */
export function createPlanning(context: JobContext): Pick<Digests, 'plan' | 'nextPlan'> {
  return {
    plan: (limit) =>
      inOne(context, async ({ db, clock, engine }) => {
        const now = await readNow({ db, clock });
        const rows = await active(db)
          .selectAll()
          .where('next_run_at', '<=', now)
          .orderBy('next_run_at')
          .orderBy('id')
          .limit(limit)
          .$if(engine === 'postgres', (query) => query.forUpdate().skipLocked())
          .execute();
        for (const row of rows) {
          const digest = tryDigest(row);
          const slots = digest && trySlots(digest, now);
          if (slots) await planOne(db, digest, slots, now);
          else await pauseForGood({ db, clock }, String(row.id) as DigestId, 'unreadable');
        }
        return rows.length;
      }),
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

async function planOne(db: Database, digest: Digest, { due, missed, nextRunAt }: SlotPlan, now: number): Promise<void> {
  if (due !== undefined) await giveUpBefore(db, digest, due, now);
  const slots = [
    ...missed.map((slot) => ({ slot, state: 'missed', reason: 'down' }) as const),
    ...(due === undefined ? [] : [{ slot: due, state: 'due', reason: null } as const]),
  ];
  if (slots.length > 0)
    await db
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
      .execute();
  await db.updateTable('digests').set({ next_run_at: nextRunAt }).where('id', '=', Number(digest.id)).execute();
}

/** What nobody works on is overtaken by the slot that is due now; what a person asked for isn't. */
async function giveUpBefore(db: Database, { id }: Digest, due: number, now: number): Promise<void> {
  await db
    .updateTable('digest_runs')
    .set({ state: 'missed', reason: 'down', changed_at: now, lease_until: null })
    .where('digest_id', '=', Number(id))
    .where('slot', '<', due)
    .where('origin', '=', 'schedule')
    .where('again_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'due'), eb('first_tried_at', 'is', null)]),
        eb.and([eb('state', '=', 'claimed'), eb('lease_until', '<=', now)]),
      ]),
    )
    .execute();
}
