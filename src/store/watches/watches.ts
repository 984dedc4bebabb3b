import { isDeepStrictEqual } from 'node:util';
import { isRestorable } from '../../digests/restoring.ts';
import type { Watches, WatchStates } from '../../digests/watches/ports.ts';
import { MOST_WATCHES, type Watch, type WatchId, type WatchSpec } from '../../digests/watches/types.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { type JobContext, later, readNow } from '../clock.ts';
import { pauseDigest } from '../digests/digest-rows.ts';
import { idOfForm, pauseAnew, readAll, skipDue } from '../digests/poster-statements.ts';
import type { Database } from '../schema.ts';
import type { Signal } from '../signal.ts';
import { type Changed, SYSTEM, withSubjectLock } from '../transaction.ts';
import { describe as describeSpec, done, failed } from './watch-changes.ts';
import { createWatchLooks } from './watch-looks.ts';
import { readStates, toWatch, tryWatch, WATCH_ROWS, writeSpec, writeStates } from './watch-rows.ts';
import { onWatchTables } from './watch-tables.ts';

/**
 * @param signal notified after each change that may bring a look nearer
 * @param pollMs as `createWatchLooks` has it
 */
export function createWatches(context: JobContext, signal: Pick<Signal, 'notify'>, pollMs?: number): Watches {
  const { db, clock } = context;

  const changeOne = <Result>(by: Asker, change: (trx: Database) => Promise<Changed<Result>>) =>
    withSubjectLock(context, 'watches', by, change);

  async function editOne(
    trx: Database,
    id: WatchId,
    { spec, by, states }: { readonly spec: WatchSpec; readonly by: Asker; readonly states: WatchStates },
  ): Promise<Changed<Watch | undefined>> {
    const before = await lockRow(context, trx, id);
    if (!before || before.deleted_at !== null) return { ...failed('watch-edit', id, 'absent'), result: undefined };
    const old = tryWatch(before);
    const now = await readNow({ db: trx, clock });
    const isSameRule =
      old !== undefined && isDeepStrictEqual(JSON.parse(before.spec).rule, JSON.parse(writeSpec(spec)).rule);
    const known = isSameRule ? ((await readStates(trx, [before.id])).get(before.id) ?? new Map()) : new Map();
    // Of accounts that the watch had before it goes on from there.
    await writeStates(trx, before.id, new Map([...states, ...known]));
    const row = await trx
      .updateTable('watches')
      .set({
        spec: writeSpec(spec),
        next_run_at: now,
        lease_until: null,
        edited_by: by.personId,
        edited_at: now,
        ...(!(isSameRule && old.channelId === spec.channelId) && { threads_from: now }),
      })
      .where('id', '=', before.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return { ...done('watch-edit', id, describeSpec(spec)), result: toWatch(row) };
  }

  /** It goes on as if it were new. */
  const beginAnew = async (trx: Database, id: WatchId, by: Asker) => {
    const now = await readNow({ db: trx, clock });
    await writeStates(trx, Number(id), new Map());
    return { next_run_at: now, lease_until: null, edited_by: by.personId, edited_at: now };
  };

  return {
    async create(spec, by, states, formId) {
      const made = await changeOne<Watch | 'full'>(by, async (trx) => {
        const before =
          formId === undefined ? undefined : ((await idOfForm(onWatchTables(trx), formId)) as WatchId | undefined);
        const edited = before && (await editOne(trx, before, { spec, by, states }));
        if (edited?.result) return { ...edited, result: edited.result };
        const { watches, last } = await countWatches(trx);
        if (watches >= MOST_WATCHES)
          return { action: 'watch-create', outcome: 'failed', details: { why: 'full' }, result: 'full' };
        const now = await readNow({ db: trx, clock });
        const row = await trx
          .insertInto('watches')
          .values({
            id: last + 1,
            owner_id: by.personId,
            spec: writeSpec(spec),
            next_run_at: now,
            created_at: now,
            edited_by: by.personId,
            edited_at: now,
            form_id: formId ?? null,
            threads_from: now,
            token: 0,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        await writeStates(trx, row.id, states);
        const watch = toWatch(row);
        return { ...done('watch-create', watch.id, describeSpec(spec)), result: watch };
      });
      if (made !== 'full') await signal.notify();
      return made;
    },
    async edit(id, spec, by, states) {
      const edited = await changeOne(by, (trx) => editOne(trx, id, { spec, by, states }));
      if (edited) await signal.notify();
      return edited;
    },
    pause: (id, reason, by) =>
      changeOne(by === 'system' ? SYSTEM : by, async (trx) => {
        const isPaused = await pauseDigest({ db: onWatchTables(trx), clock }, id, reason);
        if (isPaused) return { ...done('watch-pause', id, { reason }), result: true };
        return { ...failed('watch-pause', id, 'not-active', { reason }), result: false };
      }),
    pauseAnew: (id, reason) =>
      changeOne(SYSTEM, async (trx) => {
        const isPaused = await pauseAnew({ db: onWatchTables(trx) }, id, reason);
        if (isPaused) return { ...done('watch-pause', id, { reason }), result: true };
        return { ...failed('watch-pause', id, 'not-paused', { reason }), result: false };
      }),
    async resume(id, by) {
      const isResumed = await changeOne(by, async (trx) => {
        const row = await lockRow(context, trx, id);
        if (!row || row.deleted_at !== null || row.paused_at === null)
          return { ...failed('watch-resume', id, row ? 'active' : 'absent'), result: false };
        await trx
          .updateTable('watches')
          .set({ paused_at: null, paused_reason: null, ...(await beginAnew(trx, id, by)) })
          .where('id', '=', row.id)
          .execute();
        return { ...done('watch-resume', id), result: true };
      });
      if (isResumed) await signal.notify();
      return isResumed;
    },
    mute: (id, ms, by) =>
      changeOne(by, async (trx) => {
        const action = ms === undefined ? 'watch-unmute' : 'watch-mute';
        const row = await trx
          .updateTable('watches')
          .set({ muted_until: ms === undefined ? null : later(clock, ms) })
          .where('id', '=', Number(id))
          .where('deleted_at', 'is', null)
          .returningAll()
          .executeTakeFirst();
        const watch = row && tryWatch(row);
        return watch ? { ...done(action, id), result: watch } : { ...failed(action, id, 'absent'), result: undefined };
      }),
    async delete(id, by) {
      const skipped = await changeOne(by, async (trx) => {
        const row = await lockRow(context, trx, id);
        if (!row || row.deleted_at !== null) return { ...failed('watch-delete', id, 'absent'), result: undefined };
        await trx
          .updateTable('watches')
          .set({ deleted_at: clock(), lease_until: null })
          .where('id', '=', row.id)
          .execute();
        return { ...done('watch-delete', id), result: await skipDue({ db: onWatchTables(trx), clock }, id) };
      });
      if (skipped) context.onUnheld?.(skipped);
      return skipped !== undefined;
    },
    async restore(id, by) {
      const restored = await changeOne(by, async (trx) => {
        const row = await lockRow(context, trx, id);
        const now = await readNow({ db: trx, clock });
        if (!row || !tryWatch(row)) return { ...failed('watch-restore', id, 'absent'), result: 'absent' as const };
        if (row.deleted_at === null) return { ...failed('watch-restore', id, 'present'), result: 'present' as const };
        if (!isRestorable(row.deleted_at, now))
          return { ...failed('watch-restore', id, 'too-late'), result: 'too-late' as const };
        await trx
          .updateTable('watches')
          .set({ deleted_at: null, ...(await beginAnew(trx, id, by)) })
          .where('id', '=', row.id)
          .execute();
        return { ...done('watch-restore', id), result: 'restored' as const };
      });
      if (restored === 'restored') await signal.notify();
      return restored;
    },
    async read(id) {
      const row = await db
        .selectFrom('watches')
        .selectAll()
        .where('id', '=', Number(id))
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      return row && tryWatch(row);
    },
    async readDeleted(id) {
      const row = await db.selectFrom('watches').selectAll().where('id', '=', Number(id)).executeTakeFirst();
      const watch = row && tryWatch(row);
      if (!watch || row.deleted_at === null) return undefined;
      return { watch, isRestorable: isRestorable(row.deleted_at, await readNow(context)) };
    },
    async all() {
      const { unreadable, ...read } = await readAll({ ...context, db: onWatchTables(db), poster: WATCH_ROWS });
      return { ...read, unreadable: unreadable as readonly WatchId[] };
    },
    async states(id) {
      return (await readStates(db, [Number(id)])).get(Number(id)) ?? new Map();
    },
    ...createWatchLooks(context, signal, pollMs),
  };
}

/** Locks a watch, deleted or not, until the transaction ends. */
function lockRow({ engine }: JobContext, trx: Database, id: WatchId) {
  return trx
    .selectFrom('watches')
    .selectAll()
    .where('id', '=', Number(id))
    .$if(engine === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
}

/** How many watches there are, and the highest number that one ever had. */
async function countWatches(db: Database): Promise<{ readonly watches: number; readonly last: number }> {
  const { watches, last } = await db
    .selectFrom('watches')
    .select(({ fn, eb }) => [
      fn.count<number>(eb.case().when('deleted_at', 'is', null).then(1).end()).as('watches'),
      fn.max<number | null>('id').as('last'),
    ])
    .executeTakeFirstOrThrow();
  return { watches, last: last ?? 0 };
}
