import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Dialect, SqliteAdapter, SqliteDialect, type SqliteStatement } from 'kysely';
import { ConfigError } from '../errors.ts';
import { lockFolder } from './folder-lock.ts';

export const SQLITE_FILE = 'followstats.db';

/**
 * The embedded store. An acknowledged write has been synced to the disk.
 * @throws {ConfigError} when the folder can't be used or another process uses it
 */
export function openSqlite(folder: string): { readonly dialect: Dialect; release(): void } {
  let lock: ReturnType<typeof lockFolder> | undefined;
  try {
    makeFolder(resolve(folder));
    lock = lockFolder(folder);
    return { dialect: createDialect(openDurable(join(folder, SQLITE_FILE))), release: lock.release };
  } catch (error) {
    lock?.release();
    if (error instanceof ConfigError || !(error instanceof Error)) throw error;
    // SQLite's own words are about the file; those of the file system would repeat the folder's name.
    const reason = 'errcode' in error ? error.message : 'code' in error ? error.code : error.name;
    throw new ConfigError([`DATA_DIR is not a folder the app can keep its data in (${reason})`]);
  }
}

/**
 * Makes a folder and those above it. Not by `recursive: true`: Node goes round for ever where a parent takes no folders,
 * as /proc does.
 */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EEXIST' && statSync(folder).isDirectory()) return;
    if (error.code !== 'ENOENT' || dirname(folder) === folder || existsSync(dirname(folder))) throw error;
    makeFolder(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  }
}

function openDurable(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true });
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

export function createDialect(database: DatabaseSync): Dialect {
  const dialect = new SqliteDialect({
    database: { close: () => database.close(), prepare: (text) => prepare(database, text) },
  });
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** SQLite can take back a change of the schema; Kysely only believes it when told, and a killed migration must leave nothing. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Node's statements in the shape of better-sqlite3's, which is the one Kysely knows. */
function prepare(database: DatabaseSync, text: string): SqliteStatement {
  const statement = database.prepare(text);
  const bound = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bound(parameters)),
    run: (parameters) => statement.run(...bound(parameters)),
    iterate: (parameters) => statement.iterate(...bound(parameters)),
  };
}
