import type { CompiledQuery, QueryResult } from 'kysely';

/** The tables of runs: of digests, and of watches, whose runs are alerts. */
export const RUN_TABLES = ['digest_runs', 'watch_alerts'] as const;

/** A run's row before and after a change. */
export interface RunChange {
  readonly table: (typeof RUN_TABLES)[number];
  readonly id: string;
  /** Of the digest or watch. */
  readonly digestId: number;
  /** '' when the row is new. */
  readonly from: string;
  readonly to: string;
  readonly reason: string | null;
  readonly tokenBefore: number;
  readonly token: number;
  /** Until when its holder had it before, Unix milliseconds. */
  readonly leaseBefore: number | null;
  /** When its state was last changed, Unix milliseconds by the database's clock. */
  readonly changedAt: number;
  /** The name of the life that changed it. */
  readonly by: string;
}

/** Called with the changes of each transaction once it is committed, in their order. */
export type RunListener = (changes: readonly RunChange[]) => void;

/** A query as the drivers take it, placeholders as the engine's own, each with its parameter; and the life that it comes from. */
export interface Query extends Pick<CompiledQuery, 'sql' | 'parameters'> {
  readonly by: string;
}

/** A real database. What simulated replicas do to it goes through one connection, with which they take turns. */
export interface DatabaseEngine {
  readonly kind: 'sqlite' | 'postgres';
  /** Rejects with the driver's error. */
  run<Row>(query: Query): Promise<QueryResult<Row>>;
  /** Reads what is committed, whatever transaction is open. The placeholders are `?` for both engines. */
  committed<Row>(sql: string, parameters?: readonly (string | number)[]): Promise<readonly Row[]>;
  /** Calls back after each commit that changed runs, before its `run` resolves. To be called once the tables are there. */
  watchRuns(listener: RunListener): Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes a new and empty database.
 * @param now the simulation's present for what the database itself asks of its clock, Unix milliseconds
 */
export type OpenEngine = (now: () => number) => Promise<DatabaseEngine>;

/** The same engine, for which `inTurn` decides when it does what it is asked to do. */
export function queueEngine(
  engine: DatabaseEngine,
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>,
): DatabaseEngine {
  return {
    ...engine,
    run: (query) => inTurn(() => engine.run(query)),
    committed: (sql, parameters) => inTurn(() => engine.committed(sql, parameters)),
  };
}
