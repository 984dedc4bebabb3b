import { sql } from 'kysely';
import type { JobContext } from '../clock.ts';

/** Some calls that may leave, one after the other: the first in `waitMs`, each later one `gapMs` after that before it. */
interface Lease {
  readonly count: number;
  readonly waitMs: number;
  readonly gapMs: number;
}

/**
 * Rows whose name isn't the command's. Versions from before budgets had names know one row, `upstream`, for
 * `follow_get_info`; while an update rolls out they run beside this one, and both must count the same calls in the same row.
 */
const ROWS: ReadonlyMap<string, string> = new Map([['follow_get_info', 'upstream']]);

/** The larger of two numbers. */
const GREATEST = { sqlite: sql.raw('max'), postgres: sql.raw('greatest') };

/**
 * Shares the budget of one Chat command among replicas: a row holds the moment of the next call that no replica has leased, by
 * the clock, which has to be one and the same for all of them. Evenly spaced, so no second of any alignment holds more; a lease
 * moves the row forward and doesn't wait for another. The first lease of a command makes its row.
 * @param callsPerSecond a little under the budget, since the network bunches what leaves evenly
 * @returns `lease` resolves with exactly `count` calls, in milliseconds from now; rejects when the store fails
 */
export function leasePermits(
  { db, clock, engine }: JobContext,
  command: string,
  callsPerSecond: number,
): { lease(count: number): Promise<Lease> } {
  const gapMs = 1000 / callsPerSecond;
  const row = ROWS.get(command) ?? command;
  const greatest = GREATEST[engine];
  return {
    async lease(count) {
      const length = sql`cast(${count * gapMs} as double precision)`;
      // One statement in a transaction of its own, since it locks the row.
      const { rows } = await sql<{ wait: number }>`
        insert into rate (budget, free_at) values (${row}, ${clock()} + ${length})
        on conflict (budget) do update set free_at = ${greatest}(rate.free_at, ${clock()}) + ${length}
        returning free_at - ${length} - ${clock()} as wait`.execute(db);
      const wait = rows[0]?.wait;
      if (wait === undefined) throw new Error('a lease of permits returned no row');
      // The clock is read twice in the statement, a moment apart.
      return { count, waitMs: Math.max(0, wait), gapMs };
    },
  };
}
