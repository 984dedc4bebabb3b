import { nextRunAfterEdit } from '../../digests/delivery/run-rules.ts';
import type { Digests } from '../../digests/ports.ts';
import { nextRun } from '../../digests/schedule/schedule.ts';
import type { Digest, DigestId, DigestSpec } from '../../digests/types.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { Details } from '../change-entries.ts';
import { type JobContext, readNow } from '../clock.ts';
import type { Database } from '../schema.ts';
import type { Signal } from '../signal.ts';
import { type Changed, SYSTEM, withSubjectLock } from '../transaction.ts';
import { done, failed } from './digest-changes.ts';
import { DIGEST_ROWS, lockDigest, pauseDigest, toDigest, tryDigest, writeSpec } from './digest-rows.ts';
import { createPlanning } from './plan-digests.ts';
import { idOfForm, pauseAnew, readAll, skipDue } from './poster-statements.ts';
import { createRestoring } from './restore-digest.ts';

/** @param signal notified after each change that may bring a slot nearer */
export function createDigests(context: JobContext, signal: Pick<Signal, 'notify'>): Digests {
  const { db, clock } = context;

  const changeOne = <Result>(by: Asker, change: (trx: Database) => Promise<Changed<Result>>) =>
    withSubjectLock(context, 'digests', by, change);

  async function editOne(
    trx: Database,
    id: DigestId,
    spec: DigestSpec,
    by: Asker,
  ): Promise<Changed<Digest | undefined>> {
    const before = await lockDigest({ ...context, db: trx }, id);
    if (!before) return { ...failed('digest-edit', id, 'absent'), result: undefined };
    const now = await readNow({ db: trx, clock });
    const row = await trx
      .updateTable('digests')
      .set({
        spec: writeSpec(spec),
        next_run_at: nextRunAfterEdit(before, spec.schedule, now),
        edited_by: by.personId,
        edited_at: now,
      })
      .where('id', '=', Number(id))
      .returningAll()
      .executeTakeFirstOrThrow();
    return { ...done('digest-edit', id, describe(spec)), result: toDigest(row) };
  }

  return {
    async create(spec, by, formId) {
      const made = await changeOne(by, async (trx) => {
        const before = formId === undefined ? undefined : ((await idOfForm(trx, formId)) as DigestId | undefined);
        const edited = before && (await editOne(trx, before, spec, by));
        if (edited?.result) return { ...edited, result: edited.result };
        const now = await readNow({ db: trx, clock });
        const row = await trx
          .insertInto('digests')
          .values({
            id: await nextId(trx),
            owner_id: by.personId,
            spec: writeSpec(spec),
            next_run_at: nextRun(spec.schedule, now),
            created_at: now,
            edited_by: by.personId,
            edited_at: now,
            form_id: formId ?? null,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        const digest = toDigest(row);
        return { ...done('digest-create', digest.id, describe(spec)), result: digest };
      });
      await signal.notify();
      return made;
    },
    async edit(id, spec, by) {
      const edited = await changeOne(by, (trx) => editOne(trx, id, spec, by));
      if (edited) await signal.notify();
      return edited;
    },
    pause: (id, reason, by) =>
      changeOne(by === 'system' ? SYSTEM : by, async (trx) => {
        const isPaused = await pauseDigest({ db: trx, clock }, id, reason);
        if (isPaused) return { ...done('digest-pause', id, { reason }), result: true };
        const why = (await lockDigest({ ...context, db: trx }, id)) ? 'paused' : 'absent';
        return { ...failed('digest-pause', id, why, { reason }), result: false };
      }),
    pauseAnew: (id, reason) =>
      changeOne(SYSTEM, async (trx) => {
        const isPaused = await pauseAnew({ db: trx }, id, reason);
        if (isPaused) return { ...done('digest-pause', id, { reason }), result: true };
        return { ...failed('digest-pause', id, 'not-paused', { reason }), result: false };
      }),
    async resume(id, by) {
      const isResumed = await changeOne(by, async (trx) => {
        const digest = await lockDigest({ ...context, db: trx }, id);
        if (digest?.state.kind !== 'paused')
          return { ...failed('digest-resume', id, digest ? 'active' : 'absent'), result: false };
        const now = await readNow({ db: trx, clock });
        await trx
          .updateTable('digests')
          .set({
            paused_reason: null,
            paused_at: null,
            next_run_at: nextRun(digest.schedule, now),
            edited_by: by.personId,
            edited_at: now,
          })
          .where('id', '=', Number(id))
          .execute();
        return { ...done('digest-resume', id), result: true };
      });
      if (isResumed) await signal.notify();
      return isResumed;
    },
    async delete(id, by) {
      const skipped = await changeOne(by, async (trx) => {
        if (!(await lockDigest({ ...context, db: trx }, id)))
          return { ...failed('digest-delete', id, 'absent'), result: undefined };
        await trx.updateTable('digests').set({ deleted_at: clock() }).where('id', '=', Number(id)).execute();
        return { ...done('digest-delete', id), result: await skipDue({ db: trx, clock }, id) };
      });
      if (skipped) context.onUnheld?.(skipped);
      return skipped !== undefined;
    },
    ...createRestoring(context, signal),
    async read(id) {
      const row = await db
        .selectFrom('digests')
        .selectAll()
        .where('id', '=', Number(id))
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      return row && tryDigest(row);
    },
    async all() {
      const { unreadable, ...read } = await readAll({ ...context, poster: DIGEST_ROWS });
      return { ...read, unreadable: unreadable as readonly DigestId[] };
    },
    ...createPlanning(context),
  };
}

function describe({ channelId, accounts, lists, schedule }: DigestSpec): Details {
  return {
    channel: channelId,
    accounts: accounts.length,
    lists: lists.join(', '),
    schedule: schedule.line,
    zone: schedule.zone,
  };
}

/** Returns a number that no digest has had, those that were deleted included. */
async function nextId(db: Database): Promise<number> {
  const { last } = await db
    .selectFrom('digests')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
