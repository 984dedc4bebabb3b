import { type RawBuilder, sql } from 'kysely';
import type { UnheldEnd } from '../digests/delivery/run-rules.ts';
import type { Database } from './schema.ts';

/** The two kinds of database; statements that differ between them ask for it. */
export type Engine = 'sqlite' | 'postgres';

/** The present as an SQL expression, Unix milliseconds. */
export type Clock = () => RawBuilder<number>;

/**
 * The database's own clock, so that replicas whose clocks differ agree on what came first.
 * @param now stands in for it in tests and the demo
 */
export function createClock(engine: Engine, now: (() => number) | undefined): Clock {
  // The cast gives Postgres the type of the parameter.
  if (now) return () => sql<number>`cast(${now()} as bigint)`;
  return engine === 'sqlite'
    ? () => sql<number>`cast(round(unixepoch('subsec') * 1000) as integer)`
    : // Not now(), which stands still in a transaction: a change that waited for a lock is dated after the one it waited for.
      () => sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`;
}

/** Postgres's own clock with parts of a millisecond: a fast budget has only some milliseconds from one call to the next. */
export const postgresClock: Clock = () => sql<number>`extract(epoch from clock_timestamp())::double precision * 1000`;

/** What every repository is made of. */
export interface Context {
  readonly db: Database;
  readonly clock: Clock;
  /** Called after a change that people see was committed: one that a person made, or the end of a run. Never rejects. */
  readonly onChanged?: () => Promise<void>;
}

/** What a repository is made of that takes rows other replicas may want at the same moment. */
export interface JobContext extends Context {
  readonly engine: Engine;
  /** Takes the runs without a holder that a transaction ended, once it is committed. */
  readonly onUnheld?: (ends: readonly UnheldEnd[]) => void;
}

/** Reads the present, once for all of a transaction. Rejects as the database does. */
export async function readNow({ db, clock }: Context): Promise<number> {
  const { rows } = await sql<{ now: number }>`select ${clock()} as now`.execute(db);
  return (rows[0] as { now: number }).now;
}

/** A moment from now. */
export function later(clock: Clock, ms: number): RawBuilder<number> {
  return sql<number>`${clock()} + ${sql.lit(Math.ceil(ms))}`;
}
