import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { type Life, never } from '../kernel/life.ts';
import type { VirtualTime } from '../kernel/virtual-time.ts';
import type { DatabaseEngine } from './database-engine.ts';

/** Where in its work with the database a replica is: it can be killed there. */
export type DatabasePoint =
  | 'before-statement'
  | 'after-statement'
  | 'after-begin'
  | 'in-transaction'
  | 'before-commit'
  | 'after-commit';

/** What the database does to one statement. */
export interface StatementFate {
  /** How long it takes, milliseconds; 0: no time at all. */
  readonly ms: number;
  /** Fails before anything is done, or after it was done: then only the answer is lost. */
  readonly fails: 'before' | 'after' | undefined;
}

interface Options {
  readonly engine: DatabaseEngine;
  readonly time: VirtualTime;
  /** How long a connection takes to come about, milliseconds; others have their turns meanwhile. */
  readonly hangOf: (life: Life) => number;
  /** Called for each statement and for the ends of transactions. */
  readonly fateOf: (life: Life, statement: string) => StatementFate;
  /** Called at each point; may end the life. */
  readonly onPoint: (life: Life, point: DatabasePoint) => void;
}

/** The common database of all replicas, as Kysely's dialect for each of them. */
export interface SimulatedDatabase {
  dialectFor(life: Life): Dialect;
}

/**
 * One transaction or statement at a time, in the order they were asked for: the strictest of what Postgres may do. A replica
 * that dies inside a transaction has it rolled back, as a server does with a connection that breaks.
 */
export function createSimulatedDatabase({ engine, time, hangOf, fateOf, onPoint }: Options): SimulatedDatabase {
  const waiting: { readonly life: Life; readonly resolve: (turn: Turn) => void }[] = [];
  let holder: Turn | undefined;

  const exec = (text: string, { name }: Life) => engine.run({ sql: text, parameters: [], by: name });

  function next(): void {
    holder = undefined;
    while (waiting.length > 0 && holder === undefined) {
      const first = waiting.shift();
      if (first && !first.life.isOver) first.resolve(begin(first.life));
    }
  }

  function begin(life: Life): Turn {
    const turn: Turn = { life, isInTransaction: false, isDone: false, running: undefined };
    holder = turn;
    return turn;
  }

  async function end(turn: Turn): Promise<void> {
    if (turn.isDone) return;
    turn.isDone = true;
    await turn.running;
    if (turn.isInTransaction) await exec('rollback', turn.life);
    next();
  }

  async function acquire(life: Life): Promise<Turn> {
    const hangsMs = hangOf(life);
    if (hangsMs > 0) await life.survive(time.sleep(hangsMs));
    if (life.isOver) return never();
    return holder ? new Promise<Turn>((resolve) => waiting.push({ life, resolve })) : begin(life);
  }

  /** Does one thing to the database, and lets its fate happen to it. */
  async function step<Result>(turn: Turn, statement: string, work: () => Promise<Result>): Promise<Result> {
    const { life } = turn;
    if (life.isOver) return never();
    const { ms, fails } = fateOf(life, statement);
    if (ms > 0) await life.survive(time.sleep(ms));
    if (fails === 'before') throw diskError();
    const running = work();
    turn.running = running.then(
      () => undefined,
      () => undefined,
    );
    const result = await life.survive(running);
    if (fails === 'after') throw diskError();
    return result;
  }

  async function pass(life: Life, point: DatabasePoint): Promise<void> {
    onPoint(life, point);
    if (life.isOver) await never();
  }

  function connect(turn: Turn): DatabaseConnection & { readonly turn: Turn } {
    return {
      turn,
      async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
        await pass(turn.life, turn.isInTransaction ? 'in-transaction' : 'before-statement');
        const { sql, parameters } = query;
        const result = await step(turn, sql, () => engine.run<Row>({ sql, parameters, by: turn.life.name }));
        if (!turn.isInTransaction) await pass(turn.life, 'after-statement');
        return result;
      },
      // biome-ignore lint/correctness/useYield: the repositories stream nothing
      async *streamQuery() {
        throw new Error('nothing is streamed');
      },
    };
  }

  const turnOf = (connection: DatabaseConnection) => (connection as ReturnType<typeof connect>).turn;

  function createDriver(life: Life): Driver {
    return {
      init: async () => {},
      destroy: async () => {},
      acquireConnection: async () => connect(await acquire(life)),
      releaseConnection: async (connection) => end(turnOf(connection)),
      async beginTransaction(connection) {
        const turn = turnOf(connection);
        await step(turn, 'begin', async () => {
          await exec('begin', life);
          turn.isInTransaction = true;
        });
        await pass(life, 'after-begin');
      },
      async commitTransaction(connection) {
        const turn = turnOf(connection);
        await pass(life, 'before-commit');
        await step(turn, 'commit', async () => {
          await exec('commit', life);
          turn.isInTransaction = false;
        });
        await pass(life, 'after-commit');
      },
      async rollbackTransaction(connection) {
        const turn = turnOf(connection);
        if (!turn.isInTransaction) return;
        turn.isInTransaction = false;
        await exec('rollback', life);
      },
    };
  }

  return {
    dialectFor(life) {
      life.onEnd(() => {
        if (holder?.life === life) void end(holder);
      });
      return { createDriver: () => createDriver(life), ...(engine.kind === 'sqlite' ? SQLITE : POSTGRES) };
    },
  };
}

/** A connection in use. */
interface Turn {
  readonly life: Life;
  isInTransaction: boolean;
  isDone: boolean;
  /** The statement that is at work; never rejects. */
  running: Promise<void> | undefined;
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

/** What Node's SQLite throws for a disk that fails: SQLITE_IOERR. */
function diskError(): Error {
  return Object.assign(new Error('disk I/O error'), {
    code: 'ERR_SQLITE_ERROR',
    errcode: 10,
    errstr: 'disk I/O error',
  });
}
