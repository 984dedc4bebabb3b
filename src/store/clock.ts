import { type RawBuilder, sql } from 'kysely';
import type { Database } from './schema.ts';

export type Engine = 'sqlite' | 'postgres';

/** The present as an SQL expression, Unix milliseconds. */
export type Clock = () => RawBuilder<number>;

/**
 * The database's own clock, so that replicas whose clocks differ agree on what came first.
 * @param now stands in for it in tests and the demo
 */
export function createClock(engine: Engine, now: (() => number) | undefined): Clock {
  // The cast tells Postgres which type the parameter has.
  if (now) return () => sql<number>`cast(${now()} as bigint)`;
  return engine === 'sqlite'
    ? () => sql<number>`cast(round(unixepoch('subsec') * 1000) as integer)`
    : // Not now(), which stands still in a transaction: what waited for its turn comes after what it waited for.
      () => sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`;
}

/** What every repository is made of. */
export interface Context {
  readonly db: Database;
  readonly clock: Clock;
}
