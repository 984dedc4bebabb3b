import { isDeepStrictEqual } from 'node:util';
import { isRestorable, RESTORABLE_MS } from '../../digests/restoring.ts';
import type { Watches, WatchStates } from '../../digests/watches/ports.ts';
import { MOST_WATCHES, type Watch, type WatchId, type WatchSpec } from '../../digests/watches/types.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { type JobContext, later, readNow } from '../clock.ts';
import { pauseDigest } from '../digests/digest-rows.ts';
import type { Database } from '../schema.ts';
import type { Signal } from '../signal.ts';
import { type Changed, withSubjectLock } from '../transaction.ts';
import { describe as describeSpec, done, failed } from './watch-changes.ts';
import { createWatchLooks } from './watch-looks.ts';
import { readStates, toWatch, tryWatch, writeSpec, writeStates } from './watch-rows.ts';
import { onWatchTables } from './watch-tables.ts';

/** The name in the audit log of what the app does by itself. */
const SYSTEM: Asker = { personId: 'system', channelId: undefined };

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
        const before = formId === undefined ? undefined : await idOfForm(trx, formId);
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
        const { numUpdatedRows } = await trx
          .updateTable('watches')
          .set({ paused_reason: reason })
          .where('id', '=', Number(id))
          .where('paused_at', 'is not', null)
          .where('paused_reason', '!=', 'by-person')
          .where('deleted_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows > 0n) return { ...done('watch-pause', id, { reason }), result: true };
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
    delete: (id, by) =>
      changeOne(by, async (trx) => {
        const row = await lockRow(context, trx, id);
        if (!row || row.deleted_at !== null) return { ...failed('watch-delete', id, 'absent'), result: false };
        await trx
          .updateTable('watches')
          .set({ deleted_at: clock(), lease_until: null })
          .where('id', '=', row.id)
          .execute();
        await trx
          .updateTable('watch_alerts')
          .set({ state: 'skipped', reason: 'digest-stopped', changed_at: clock() })
          .where('digest_id', '=', row.id)
          .where('state', '=', 'due')
          .execute();
        return { ...done('watch-delete', id), result: true };
      }),
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
      const rows = await db
        .selectFrom('watches')
        .selectAll()
        .where((eb) => eb.or([eb('deleted_at', 'is', null), eb('deleted_at', '>', later(clock, -RESTORABLE_MS))]))
        .orderBy('id')
        .execute();
      const live = rows.filter((row) => row.deleted_at === null);
      return {
        readable: live.flatMap((row) => tryWatch(row) ?? []),
        unreadable: live.flatMap((row) => (tryWatch(row) ? [] : [String(row.id) as WatchId])),
        restorable: rows.flatMap((row) => (row.deleted_at === null ? [] : (tryWatch(row) ?? []))),
      };
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

/** Returns the watch that a form has made, unless it was deleted. */
async function idOfForm(db: Database, formId: string): Promise<WatchId | undefined> {
  const row = await db
    .selectFrom('watches')
    .select('id')
    .where('form_id', '=', formId)
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row && (String(row.id) as WatchId);
}
