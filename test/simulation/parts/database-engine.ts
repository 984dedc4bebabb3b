import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { CompiledQuery, QueryResult } from 'kysely';

/** A run's row before and after a change. */
export interface RunChange {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string | null;
  readonly tokenBefore: number;
  readonly token: number;
}

/** A real database, through one connection. Simulated replicas take turns with it. */
export interface DatabaseEngine {
  readonly kind: 'sqlite' | 'postgres';
  /** Rejects with the driver's error. */
  run<Row>(query: Pick<CompiledQuery, 'sql' | 'parameters'>): Promise<QueryResult<Row>>;
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
  let changed: RunChange[] = [];
  const prepared = new Map<string, { readonly statement: StatementSync; readonly isReader: boolean }>();

  function prepare(text: string) {
    const before = prepared.get(text);
    if (before) return before;
    const statement = database.prepare(text);
    const made = { statement, isReader: statement.columns().length > 0 };
    prepared.set(text, made);
    return made;
  }

  function tell(isUndone: boolean): void {
    if (changed.length === 0) return;
    const committed = changed;
    changed = [];
    if (!isUndone) listener(committed);
  }

  return {
    kind: 'sqlite',
    async run<Row>({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>) {
      const { statement, isReader } = prepare(sql);
      const given = parameters as readonly SQLInputValue[];
      const result = isReader ? { rows: statement.all(...given) as Row[] } : toResult<Row>(statement.run(...given));
      if (!database.isTransaction) tell(sql === 'rollback');
      return result;
    },
    committed: async <Row>(sql: string, parameters: readonly (string | number)[] = []) =>
      reader.prepare(sql).all(...parameters) as Row[],
    watchRuns(given) {
      listener = given;
      database.function('run_changed', { varargs: true }, (...row) => {
        const [id, from, to, reason, tokenBefore, token] = row as [
          string,
          string,
          string,
          string | null,
          number,
          number,
        ];
        changed.push({ id, from, to, reason, tokenBefore, token });
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
    select run_changed(new.id, old.state, new.state, new.reason, old.token, new.token);
  end;
  create temp trigger run_inserted after insert on digest_runs begin
    select run_changed(new.id, '', new.state, new.reason, 0, new.token);
  end;`;
