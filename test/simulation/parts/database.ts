import {
  type Dialect,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Life } from '../kernel/life.ts';
import { createDriver, type DriverOptions } from './database-driver.ts';
import { createTurns } from './database-turns.ts';

interface Options extends Omit<DriverOptions, 'turns'> {
  /** How long a connection takes to come about, milliseconds; others have their turns meanwhile. */
  readonly hangOf: (life: Life) => number;
}

/** The common database of all replicas, as Kysely's dialect for each of them. */
export interface SimulatedDatabase {
  dialectFor(life: Life): Dialect;
}

/**
 * One transaction or statement at a time, in the order they were asked for: the strictest of what Postgres may do. A replica
 * that dies inside a transaction has it rolled back, as a server does with a connection that breaks.
 */
export function createSimulatedDatabase({ hangOf, ...options }: Options): SimulatedDatabase {
  const { engine, time } = options;
  const rollback = ({ name }: Life) => engine.run({ sql: 'rollback', parameters: [], by: name });
  const turns = createTurns({ time, hangOf, rollback });
  return {
    dialectFor(life) {
      life.onEnd(() => turns.endOf(life));
      return {
        createDriver: () => createDriver({ ...options, turns }, life),
        ...(engine.kind === 'sqlite' ? SQLITE : POSTGRES),
      };
    },
  };
}

/** With one connection Kysely lets the transactions of a replica wait for each other; here they take turns with all others, as on Postgres. */
class SharedSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

const SQLITE: Omit<Dialect, 'createDriver'> = {
  createAdapter: () => new SharedSqliteAdapter(),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
};

const POSTGRES: Omit<Dialect, 'createDriver'> = {
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};
