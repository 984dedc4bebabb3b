import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { HeldWatch, Looked, WatchLooks } from '../../digests/watches/ports.ts';
import { isMuted, type Watch } from '../../digests/watches/types.ts';
import { type JobContext, later, readNow } from '../clock.ts';
import { pauseBySystem } from '../digests/digest-rows.ts';
import type { Database, Schema } from '../schema.ts';
import type { Signal } from '../signal.ts';
import { inTransaction } from '../transaction.ts';
import { readStates, tryWatch, WATCH_ROWS, writeContent, writeStates } from './watch-rows.ts';
import { onWatchTables } from './watch-tables.ts';

/** From one look to the next, where no event asks for one sooner. */
const WATCH_POLL_MS = 15 * 60_000;

/**
 * @param signal notified when a look comes nearer, and when an alert is due
 * @param pollMs from one look to the next, milliseconds
 */
export function createWatchLooks(
  context: JobContext,
  signal: Pick<Signal, 'notify'>,
  pollMs = WATCH_POLL_MS,
): WatchLooks {
  const { db, clock } = context;

  return {
    claim: (limit, leaseMs) =>
      inTransaction(context, async (inside) => {
        const now = await readNow(inside);
        const rows = await active(inside.db)
          .selectAll()
          .where((eb) => isDue(eb, now))
          .orderBy('next_run_at')
          .orderBy('id')
          .limit(limit)
          .$if(context.engine === 'postgres', (query) => query.forUpdate().skipLocked())
          .execute();
        const states = await readStates(
          inside.db,
          rows.map(({ id }) => id),
        );
        const held: HeldWatch[] = [];
        for (const row of rows) {
          const watch = tryWatch(row);
          if (!watch) {
            await pauseBySystem(
              { ...inside, db: onWatchTables(inside.db), poster: WATCH_ROWS },
              `${row.id}`,
              'unreadable',
            );
            continue;
          }
          const token = row.token + 1;
          await inside.db
            .updateTable('watches')
            .set({ token, lease_until: now + Math.ceil(leaseMs), next_run_at: now + pollMs })
            .where('id', '=', row.id)
            .execute();
          held.push({ watch, token, states: states.get(row.id) ?? new Map(), at: now });
        }
        return held;
      }),
    async renew(held, leaseMs) {
      const { numUpdatedRows } = await ofHolder(db, held)
        .set({ lease_until: later(clock, leaseMs) })
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async finish(held, looked) {
      const end = await inTransaction(context, (inside) => keep(inside, held, looked));
      if (end === 'told') await signal.notify();
      return end;
    },
    async nextClaim() {
      const { due, lapsing, now } = await db
        .selectNoFrom((eb) => [
          earliest(eb, 'next_run_at').where('lease_until', 'is', null).as('due'),
          earliest(eb, 'lease_until').as('lapsing'),
          clock().as('now'),
        ])
        .executeTakeFirstOrThrow();
      const times = [due, lapsing].filter((at) => at !== null);
      return { at: times.length > 0 ? Math.min(...times) : undefined, now };
    },
    async bringForward(ids, inMs, gapMs) {
      if (ids.length === 0) return;
      const now = await readNow(context);
      const soon = sql<number>`case when coalesce(looked_at, 0) + ${sql.lit(gapMs)} > ${now + inMs}
        then looked_at + ${sql.lit(gapMs)} else ${now + inMs} end`;
      const { numUpdatedRows } = await db
        .updateTable('watches')
        .set({ next_run_at: soon })
        .where('id', 'in', ids.map(Number))
        .where('paused_at', 'is', null)
        .where('deleted_at', 'is', null)
        .where('next_run_at', '>', soon)
        .executeTakeFirst();
      // Every replica hears of the same event: the first one of them has done it.
      if (numUpdatedRows > 0n) await signal.notify();
    },
  };
}

const active = (db: Database) =>
  db.selectFrom('watches').where('paused_at', 'is', null).where('deleted_at', 'is', null);

/** Whether it may be taken: its time has come and no replica holds it, or its holder died. */
function isDue(eb: ExpressionBuilder<Schema, 'watches'>, now: number): Expression<SqlBool> {
  return eb.or([eb.and([eb('next_run_at', '<=', now), eb('lease_until', 'is', null)]), eb('lease_until', '<=', now)]);
}

function earliest(eb: ExpressionBuilder<Schema, never>, column: 'next_run_at' | 'lease_until') {
  return eb
    .selectFrom('watches')
    .select(({ fn }) => fn.min<number | null>(column).as('at'))
    .where('paused_at', 'is', null)
    .where('deleted_at', 'is', null);
}

/** Those of a holder that still has the watch; one that was changed since it was taken isn't theirs. */
function ofHolder(db: Database, { watch, token }: HeldWatch) {
  return db
    .updateTable('watches')
    .where('id', '=', Number(watch.id))
    .where('token', '=', token)
    .where('lease_until', 'is not', null)
    .where('paused_at', 'is', null)
    .where('deleted_at', 'is', null);
}

async function keep(inside: JobContext, held: HeldWatch, { states, met, againInMs }: Looked) {
  const now = await readNow(inside);
  const row = await ofHolder(inside.db, held)
    .set({ lease_until: null, looked_at: now })
    .returningAll()
    .executeTakeFirst();
  if (!row) return 'lost';
  if (againInMs !== undefined && row.next_run_at > now + againInMs) {
    await inside.db
      .updateTable('watches')
      .set({ next_run_at: now + Math.ceil(againInMs) })
      .where('id', '=', row.id)
      .execute();
  }
  await writeStates(inside.db, row.id, states);
  if (met.size === 0) return 'quiet';
  if (isMuted({ mutedUntil: row.muted_until ?? undefined }, now)) return 'muted';
  await addAlert(inside.db, held.watch, writeContent({ rule: held.watch.rule, met }), now);
  return 'told';
}

/** Its slot is now, or the first millisecond after it at which the watch has none: the order of a watch's alerts. */
async function addAlert(db: Database, { id }: Watch, content: string, now: number): Promise<void> {
  const { last } = await db
    .selectFrom('watch_alerts')
    .select(({ fn }) => fn.max<number | null>('slot').as('last'))
    .where('digest_id', '=', Number(id))
    .executeTakeFirstOrThrow();
  const slot = last !== null && last >= now ? last + 1 : now;
  await db
    .insertInto('watch_alerts')
    .values({
      id: `${id}-${slot}` as never,
      digest_id: Number(id),
      slot,
      origin: 'schedule',
      state: 'due',
      attempts: 0,
      due_at: now,
      changed_at: now,
      token: 0,
      content,
    })
    .execute();
}
