import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { type Life, never } from '../kernel/life.ts';
import type { VirtualTime } from '../kernel/virtual-time.ts';
import type { DatabaseEngine } from './database-engine.ts';
import type { Turn, Turns } from './database-turns.ts';
import type { DatabasePoint } from './points.ts';

/** What the database does to one statement. */
export interface StatementFate {
  /** How long it takes, milliseconds; 0: no time at all. */
  readonly ms: number;
  /** Fails before anything is done, or after it was done: then only the answer is lost. */
  readonly fails: 'before' | 'after' | undefined;
}

export interface DriverOptions {
  readonly engine: DatabaseEngine;
  readonly time: VirtualTime;
  readonly turns: Turns;
  /** Called for each statement and for the ends of transactions. */
  readonly fateOf: (life: Life, statement: string) => StatementFate;
  /** Called when a transaction has begun, and once it is committed, whatever becomes of the answer. */
  readonly onTransaction: (life: Life, step: 'began' | 'committed') => void;
  /** Called at each point; may end the life. */
  readonly onPoint: (life: Life, point: DatabasePoint) => void;
}

/** Makes Kysely's driver as one replica has it. A statement whose fate is to fail rejects as a disk error of Node's SQLite. */
export function createDriver(options: DriverOptions, life: Life): Driver {
  const { engine, time, turns, fateOf, onTransaction, onPoint } = options;
  const exec = (sql: string) => engine.run({ sql, parameters: [], by: life.name });

  /** Does one thing to the database, and lets its fate happen to it. */
  async function step<Result>(turn: Turn, statement: string, work: () => Promise<Result>): Promise<Result> {
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

  async function pass(point: DatabasePoint): Promise<void> {
    onPoint(life, point);
    if (life.isOver) await never();
  }

  function connect(turn: Turn): DatabaseConnection & { readonly turn: Turn } {
    return {
      turn,
      async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
        await pass(turn.isInTransaction ? 'in-transaction' : 'before-statement');
        const { sql, parameters } = query;
        const result = await step(turn, sql, () => engine.run<Row>({ sql, parameters, by: life.name }));
        if (!turn.isInTransaction) await pass('after-statement');
        return result;
      },
      // biome-ignore lint/correctness/useYield: the repositories stream nothing
      async *streamQuery() {
        throw new Error('nothing is streamed');
      },
    };
  }

  const turnOf = (connection: DatabaseConnection) => (connection as ReturnType<typeof connect>).turn;

  return {
    init: async () => {},
    destroy: async () => {},
    acquireConnection: async () => connect(await turns.acquire(life)),
    releaseConnection: async (connection) => turns.end(turnOf(connection)),
    async beginTransaction(connection) {
      const turn = turnOf(connection);
      await step(turn, 'begin', async () => {
        await exec('begin');
        turn.isInTransaction = true;
        onTransaction(life, 'began');
      });
      await pass('after-begin');
    },
    async commitTransaction(connection) {
      const turn = turnOf(connection);
      await pass('before-commit');
      await step(turn, 'commit', async () => {
        await exec('commit');
        turn.isInTransaction = false;
        onTransaction(life, 'committed');
      });
      await pass('after-commit');
    },
    async rollbackTransaction(connection) {
      const turn = turnOf(connection);
      if (!turn.isInTransaction) return;
      turn.isInTransaction = false;
      await exec('rollback');
    },
  };
}

/** What Node's SQLite throws for a disk that fails: SQLITE_IOERR. */
function diskError(): Error {
  return Object.assign(new Error('disk I/O error'), {
    code: 'ERR_SQLITE_ERROR',
    errcode: 10,
    errstr: 'disk I/O error',
  });
}
