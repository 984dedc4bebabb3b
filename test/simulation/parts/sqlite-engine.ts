import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { QueryResult } from 'kysely';
import { type DatabaseEngine, type Query, RUN_TABLES, type RunChange, type RunListener } from './database-engine.ts';

/** A real SQLite database in a file. Nothing is synced: no power fails here. See `OpenEngine`. */
export async function openSqliteEngine(now: () => number): Promise<DatabaseEngine> {
  const folder = makeFolder();
  const file = join(folder, 'followstats.db');
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
  database.exec('pragma journal_mode = wal; pragma synchronous = off');
  // The trigger that guards the audit log asks for it; nothing may depend on the time of this machine.
  database.function('unixepoch', { varargs: true }, () => Math.floor(now() / 1000));
  const reader = new DatabaseSync(file);
  const prepare = preparing(database);
  const prepareRead = preparing(reader);
  let listener: RunListener = () => {};
  let changed: Omit<RunChange, 'by'>[] = [];

  function tell(isUndone: boolean, by: string): void {
    if (changed.length === 0) return;
    const committed = changed;
    changed = [];
    if (!isUndone) listener(committed.map((change) => ({ ...change, by })));
  }

  return {
    kind: 'sqlite',
    async run<Row>({ sql, parameters, by }: Query) {
      const { statement, isReader } = prepare(sql);
      const given = parameters as readonly SQLInputValue[];
      const result = isReader ? { rows: statement.all(...given) as Row[] } : toResult<Row>(statement.run(...given));
      if (!database.isTransaction) tell(sql === 'rollback', by);
      return result;
    },
    committed: async <Row>(sql: string, parameters: readonly (string | number)[] = []) =>
      prepareRead(sql).statement.all(...parameters) as Row[],
    async watchRuns(given) {
      listener = given;
      database.function('run_changed', { varargs: true }, (...row) => {
        const [text, reason, ...numbers] = row as RunRow;
        const [table = '', id = '', from = '', to = ''] = text.split(' ');
        const [digestId = 0, tokenBefore = 0, token = 0, changedAt = 0, leaseBefore = null] = numbers;
        const ofTable = table as RunChange['table'];
        changed.push({ table: ofTable, id, digestId, from, to, reason, tokenBefore, token, leaseBefore, changedAt });
        return null;
      });
      for (const table of RUN_TABLES) database.exec(watching(table));
    },
    async close() {
      reader.close();
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Functions of a trigger take seven values at most; the first holds four words. */
type RunRow = [string, string | null, ...number[]];

interface Prepared {
  readonly statement: StatementSync;
  readonly isReader: boolean;
}

/** Prepares each text once. */
function preparing(database: DatabaseSync): (text: string) => Prepared {
  const prepared = new Map<string, Prepared>();
  return (text) => {
    const before = prepared.get(text);
    if (before) return before;
    const statement = database.prepare(text);
    const made = { statement, isReader: statement.columns().length > 0 };
    prepared.set(text, made);
    return made;
  };
}

const toResult = <Row>({ changes, lastInsertRowid }: ReturnType<StatementSync['run']>): QueryResult<Row> => ({
  rows: [],
  numAffectedRows: BigInt(changes),
  insertId: BigInt(lastInsertRowid),
});

/** Memory, where there is such a folder. */
function makeFolder(): string {
  const memory = statSync('/dev/shm', { throwIfNoEntry: false });
  return mkdtempSync(join(memory?.isDirectory() ? '/dev/shm' : tmpdir(), 'followstats-simulation-'));
}

const watching = (table: string) => `
  create temp trigger ${table}_updated after update on ${table} begin
    select run_changed('${table} ' || new.id || ' ' || old.state || ' ' || new.state, new.reason,
      new.digest_id, old.token, new.token, new.changed_at, old.lease_until);
  end;
  create temp trigger ${table}_inserted after insert on ${table} begin
    select run_changed('${table} ' || new.id || '  ' || new.state, new.reason, new.digest_id, 0, new.token, new.changed_at, null);
  end;`;
