import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { CompiledQuery, QueryResult } from 'kysely';

/** A run's row before and after a change. */
export interface RunChange {
  readonly id: string;
  readonly digestId: number;
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

/** A statement, and the name of the life that it comes from. */
export interface Statement extends Pick<CompiledQuery, 'sql' | 'parameters'> {
  readonly by: string;
}

/** A real database, through one connection. Simulated replicas take turns with it. */
export interface DatabaseEngine {
  readonly kind: 'sqlite' | 'postgres';
  /** Rejects with the driver's error. */
  run<Row>(statement: Statement): Promise<QueryResult<Row>>;
  /** Reads what is committed, whatever transaction is open. */
  committed<Row>(sql: string, parameters?: readonly (string | number)[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** A SQLite database that says what becomes of runs. */
export interface SqliteEngine extends DatabaseEngine {
  /** Called after each commit that changed runs. To be called once the tables are there. */
  watchRuns(listener: (changes: readonly RunChange[]) => void): void;
}

/** A real SQLite database in a file. Nothing is synced: no power fails here. */
export function openSqliteEngine(file: string): SqliteEngine {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
  database.exec('pragma journal_mode = wal; pragma synchronous = off');
  const reader = new DatabaseSync(file);
  let listener: (changes: readonly RunChange[]) => void = () => {};
  let changed: Omit<RunChange, 'by'>[] = [];
  const prepared = new Map<string, { readonly statement: StatementSync; readonly isReader: boolean }>();

  function prepare(text: string) {
    const before = prepared.get(text);
    if (before) return before;
    const statement = database.prepare(text);
    const made = { statement, isReader: statement.columns().length > 0 };
    prepared.set(text, made);
    return made;
  }

  function tell(isUndone: boolean, by: string): void {
    if (changed.length === 0) return;
    const committed = changed;
    changed = [];
    if (!isUndone) listener(committed.map((change) => ({ ...change, by })));
  }

  return {
    kind: 'sqlite',
    async run<Row>({ sql, parameters, by }: Statement) {
      const { statement, isReader } = prepare(sql);
      const given = parameters as readonly SQLInputValue[];
      const result = isReader ? { rows: statement.all(...given) as Row[] } : toResult<Row>(statement.run(...given));
      if (!database.isTransaction) tell(sql === 'rollback', by);
      return result;
    },
    committed: async <Row>(sql: string, parameters: readonly (string | number)[] = []) =>
      reader.prepare(sql).all(...parameters) as Row[],
    watchRuns(given) {
      listener = given;
      database.function('run_changed', { varargs: true }, (...row) => {
        const [text, reason, ...numbers] = row as [string, string | null, ...number[]];
        const [id = '', from = '', to = ''] = text.split(' ');
        const [digestId = 0, tokenBefore = 0, token = 0, changedAt = 0, leaseBefore = null] = numbers;
        changed.push({ id, digestId, from, to, reason, tokenBefore, token, leaseBefore, changedAt });
        return null;
      });
      database.exec(WATCH);
    },
    async close() {
      reader.close();
      database.close();
    },
  };
}

const toResult = <Row>({ changes, lastInsertRowid }: ReturnType<StatementSync['run']>): QueryResult<Row> => ({
  rows: [],
  numAffectedRows: BigInt(changes),
  insertId: BigInt(lastInsertRowid),
});

const WATCH = `
  create temp trigger run_updated after update on digest_runs begin
    select run_changed(new.id || ' ' || old.state || ' ' || new.state, new.reason,
      new.digest_id, old.token, new.token, new.changed_at, old.lease_until);
  end;
  create temp trigger run_inserted after insert on digest_runs begin
    select run_changed(new.id || '  ' || new.state, new.reason, new.digest_id, 0, new.token, new.changed_at, null);
  end;`;
