import { sql } from 'kysely';
import type { Database } from '../schema.ts';

/** Some calls that may leave, one after the other: the first in `waitMs`, each later one `gapMs` after that before it. */
interface Lease {
  readonly count: number;
  readonly waitMs: number;
  readonly gapMs: number;
}

/**
 * Shares one budget among replicas: a row holds the moment of the next call nobody has leased, by the database's clock.
 * Evenly spaced, so no second of any alignment holds more; a lease moves the row forward and nobody waits for another.
 * One statement in a transaction of its own, since it locks the row.
 * @param callsPerSecond a little under the budget, since the network bunches what leaves evenly
 */
export function leasePermits(db: Database, callsPerSecond: number): { lease(count: number): Promise<Lease> } {
  const gapMs = 1000 / callsPerSecond;
  const clock = sql`extract(epoch from clock_timestamp())::double precision * 1000`;
  return {
    async lease(count) {
      const length = sql`cast(${count * gapMs} as double precision)`;
      const { rows } = await sql<{ wait: number }>`
        update rate set free_at = greatest(free_at, ${clock}) + ${length}
        where budget = 'upstream' returning free_at - ${length} - ${clock} as wait`.execute(db);
      const wait = rows[0]?.wait;
      if (wait === undefined) throw new Error('the row of the shared budget is missing');
      // The clock is read twice in the statement, a moment apart.
      return { count, waitMs: Math.max(0, wait), gapMs };
    },
  };
}
