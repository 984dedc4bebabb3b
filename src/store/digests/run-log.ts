import { sql } from 'kysely';
import { FINAL_STATES } from '../../digests/delivery/run-rules.ts';
import { RESTORABLE_MS } from '../../digests/restoring.ts';
import type { RunLog } from '../../digests/run-ports.ts';
import type { RunState } from '../../digests/runs.ts';
import { type Context, later } from '../clock.ts';
import { inTransaction } from '../transaction.ts';
import { readReadings } from './posted-readings.ts';
import { RUN_COLUMNS, toRun } from './run-rows.ts';

/** As nodes, since the same statements run on the tables of watches; see `store/watches/watch-tables.ts`. */
const [RUNS, DIGESTS] = [sql.table('digest_runs'), sql.table('digests')];

/** States in which nothing more comes of a run by itself. */
const SETTLED_STATES = [...FINAL_STATES, 'unknown'] as const satisfies readonly RunState[];

/** The runs that are over or under way, to be read and pruned. */
export function createRunLog(context: Context): RunLog {
  const { db } = context;

  return {
    async read(id) {
      const row = await db.selectFrom('digest_runs').select(RUN_COLUMNS).where('id', '=', id).executeTakeFirst();
      return row && toRun(row);
    },
    async posted(digestId, beforeSlot, count) {
      const rows = await db
        .selectFrom('digest_runs')
        .select(['slot', 'post_at', 'marks'])
        .where('digest_id', '=', Number(digestId))
        .where('state', '=', 'posted')
        .where('slot', '<', beforeSlot)
        .orderBy('slot', 'desc')
        .limit(count)
        .execute();
      return rows.toReversed().flatMap(({ slot, post_at: postedAt, marks }) => {
        // A post always has both: what it says is kept before it is sent.
        const readings = marks === null ? undefined : readReadings(marks);
        return postedAt === null || !readings ? [] : [{ slot, postedAt, readings }];
      });
    },
    async log(digestId, count) {
      const rows = await db
        .selectFrom('digest_runs')
        .select(RUN_COLUMNS)
        .where('digest_id', '=', Number(digestId))
        .orderBy('slot', 'desc')
        .limit(count)
        .execute();
      return rows.map(toRun);
    },
    async latest() {
      const rows = await db
        .selectFrom('digest_runs')
        .select(RUN_COLUMNS)
        // A walk down the index for each digest, however many runs it has had.
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('digests')
            .where('deleted_at', 'is', null)
            .select((digest) =>
              digest
                .selectFrom('digest_runs as newest')
                .whereRef('newest.digest_id', '=', 'digests.id')
                .where('newest.state', 'in', SETTLED_STATES)
                .select('newest.id')
                .orderBy('newest.slot', 'desc')
                .limit(1)
                .as('id'),
            ),
        )
        .execute();
      return new Map(rows.map(toRun).map((run) => [run.digestId, run]));
    },
    prune: (retentionMs, keep) =>
      inTransaction(context, async ({ db: trx, clock }) => {
        const longAgo = later(clock, -retentionMs);
        const restorableFrom = later(clock, -RESTORABLE_MS);
        // The first slot of those that stay; of a digest that was deleted for good nothing does.
        const keptFrom = sql<number>`coalesce((
          select newest.slot from ${RUNS} as newest
          where newest.digest_id = ${RUNS}.digest_id and newest.state = 'posted'
          order by newest.slot desc limit 1 offset ${sql.lit(Math.max(keep, 1) - 1)}), 0)`;
        const isLive = sql<boolean>`exists (
          select 1 from ${DIGESTS} as poster where poster.id = ${RUNS}.digest_id
          and (poster.deleted_at is null or poster.deleted_at > ${restorableFrom}))`;
        const { numDeletedRows } = await trx
          .deleteFrom('digest_runs')
          .where('state', 'in', FINAL_STATES)
          .where('changed_at', '<', longAgo)
          .where(sql<boolean>`not (state = 'posted' and ${isLive} and slot >= ${keptFrom})`)
          .executeTakeFirst();
        // The newest stays: from its number the next one is given.
        await trx
          .deleteFrom('digests')
          .where('deleted_at', '<', longAgo)
          .where('deleted_at', '<=', restorableFrom)
          .where(sql<boolean>`id < (select max(id) from ${DIGESTS})`)
          .where(sql<boolean>`not exists (select 1 from ${RUNS} as run where run.digest_id = ${DIGESTS}.id)`)
          .execute();
        return Number(numDeletedRows);
      }),
  };
}
