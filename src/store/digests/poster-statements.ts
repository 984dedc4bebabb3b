import type { UnheldEnd } from '../../digests/delivery/run-rules.ts';
import { RESTORABLE_MS } from '../../digests/restoring.ts';
import type { PauseReason } from '../../digests/types.ts';
import { type Context, later } from '../clock.ts';
import type { Database } from '../schema.ts';
import type { RunContext } from './digest-rows.ts';

/** Replaces the reason for which the app has paused something. @returns whether it was, and still is there */
export async function pauseAnew({ db }: Pick<Context, 'db'>, id: string, reason: PauseReason): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('digests')
    .set({ paused_reason: reason })
    .where('id', '=', Number(id))
    .where('paused_at', 'is not', null)
    .where('paused_reason', '!=', 'by-person')
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Gives up the runs that are due of what is stopped. @returns them, for `onUnheld` once this is committed */
export async function skipDue({ db, clock }: Context, id: string): Promise<readonly UnheldEnd[]> {
  const skipped = await db
    .updateTable('digest_runs')
    .set({ state: 'skipped', reason: 'digest-stopped', changed_at: clock() })
    .where('digest_id', '=', Number(id))
    .where('state', '=', 'due')
    .returning('id')
    .execute();
  return skipped.map((run) => ({ id: run.id, state: 'skipped', reason: 'digest-stopped' }));
}

/** Returns the number of what a form has made, unless that was deleted. */
export async function idOfForm(db: Database, formId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('digests')
    .select('id')
    .where('form_id', '=', formId)
    .where('deleted_at', 'is', null)
    // One that was restored may be of the same form.
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row && String(row.id);
}

/** Reads all there are, by number, and those that were deleted and can be restored at this moment. */
export async function readAll<Poster>({ db, clock, poster }: Context & Pick<RunContext<Poster>, 'poster'>): Promise<{
  readonly readable: readonly Poster[];
  readonly unreadable: readonly string[];
  readonly restorable: readonly Poster[];
}> {
  const rows = await db
    .selectFrom('digests')
    .selectAll()
    .where((eb) => eb.or([eb('deleted_at', 'is', null), eb('deleted_at', '>', later(clock, -RESTORABLE_MS))]))
    .orderBy('id')
    .execute();
  const read = rows.map((row) => ({ id: String(row.id), isLive: row.deleted_at === null, one: poster.read(row) }));
  const live = read.filter(({ isLive }) => isLive);
  return {
    readable: live.flatMap(({ one }) => one ?? []),
    unreadable: live.flatMap(({ id, one }) => (one === undefined ? [id] : [])),
    restorable: read.flatMap(({ isLive, one }) => (isLive ? [] : (one ?? []))),
  };
}
