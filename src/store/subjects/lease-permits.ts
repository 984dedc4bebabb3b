import { sql } from 'kysely';
import type { JobContext } from '../clock.ts';

/** Some calls that may leave, one after the other: the first `waitMs` after `decidedAt`, each later one `gapMs` after that before it. */
interface Lease {
  readonly count: number;
  readonly waitMs: number;
  readonly gapMs: number;
  /** By the clock, milliseconds. */
  readonly decidedAt: number;
}

/**
 * Rows whose name isn't the command's. Versions from before budgets had names know one row, `upstream`, for
 * `follow_get_info`; while an update rolls out they run beside this one, and both must count the same calls in the same row.
 */
const ROWS: ReadonlyMap<string, string> = new Map([['follow_get_info', 'upstream']]);

/** A clock behind the last lease by less wasn't set back: some database may read it before it waits for the row. */
const LEAST_SET_BACK_MS = 30_000;

/** The larger of two numbers. */
const GREATEST = { sqlite: sql.raw('max'), postgres: sql.raw('greatest') };

/**
 * Shares the budget of one Chat command among replicas: a row holds the moment of the next call that no replica has leased, by
 * the clock, which has to be one and the same for all of them. Evenly spaced, so no second of any alignment holds more; a lease
 * moves the row forward and doesn't wait for another. The first lease of a command makes its row. A clock that is set back far
 * moves the row with it; one that is set forward forgets what was leased.
 * @param callsPerSecond a little under the budget, since the network bunches what leaves evenly
 * @returns `lease` resolves with exactly `count` calls, the first at the earliest `leadMs` from now; rejects when the store fails
 */
export function leasePermits(
  { db, clock, engine }: JobContext,
  command: string,
  callsPerSecond: number,
): { lease(count: number, leadMs?: number): Promise<Lease> } {
  const gapMs = 1000 / callsPerSecond;
  const row = ROWS.get(command) ?? command;
  const greatest = GREATEST[engine];
  return {
    async lease(count, leadMs = 0) {
      const length = sql`cast(${count * gapMs} as double precision)`;
      const earliest = sql`${clock()} + cast(${leadMs} as double precision)`;
      const behind = sql`rate.leased_at - ${clock()}`;
      const setBack = sql`case when ${behind} > ${sql.lit(LEAST_SET_BACK_MS)} then ${behind} else 0 end`;
      // One statement in a transaction of its own, since it locks the row.
      const { rows } = await sql<{ wait: number; at: number }>`
        insert into rate (budget, free_at, leased_at) values (${row}, ${earliest} + ${length}, ${clock()})
        on conflict (budget) do update set
          free_at = ${greatest}(rate.free_at - ${setBack}, ${earliest}) + ${length},
          leased_at = ${clock()}
        returning free_at - ${length} - leased_at as wait, cast(leased_at as double precision) as at`.execute(db);
      const [leased] = rows;
      if (leased === undefined) throw new Error('a lease of permits returned no row');
      // The clock is read several times in the statement, a moment apart.
      return { count, waitMs: Math.max(0, leased.wait), gapMs, decidedAt: leased.at };
    },
  };
}
