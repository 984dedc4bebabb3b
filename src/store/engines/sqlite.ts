import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Dialect, SqliteAdapter, SqliteDialect, type SqliteStatement } from 'kysely';
import { LRUCache } from 'lru-cache';
import { AppError, ConfigError } from '../../errors.ts';
import { type Holdings, MIGRATIONS, whyForeign } from '../foreign-database.ts';
import { findLoss, SQLITE_FILE } from './find-loss.ts';
import { lockFolder } from './folder-lock.ts';
import { toStoreError } from './store-error.ts';

/** SQLite's result codes for a file that is damaged: CORRUPT, NOTADB (sqlite.org/rescode.html). */
const DAMAGED: ReadonlySet<number> = new Set([11, 26]);
/** And for a statement that doesn't fit the tables that are there: ERROR. */
const NO_SUCH_TABLE = 1;
/** Transient codes, until there is room or the disk answers: IOERR, FULL, and the file system's. */
const TRANSIENT: ReadonlySet<unknown> = new Set([10, 13, 'EIO', 'ENOSPC', 'EDQUOT']);

/** Prepared statements, some kilobytes each. One for hundreds of rows is long, and seldom comes again with as many. */
const STATEMENTS_KEPT = 200;
const LONGEST_KEPT = 4000;

/**
 * The embedded store. An acknowledged write has been synced to the disk.
 * @throws {ConfigError} when the folder can't be used, another process uses it, or it has lost data that it held
 * @throws {AppError} `store_unavailable` when the disk is full or fails
 */
export function openSqlite(folder: string): { readonly dialect: Dialect; release(): void } {
  let lock: ReturnType<typeof lockFolder> | undefined;
  try {
    makeFolder(resolve(folder));
    lock = lockFolder(folder);
    const loss = findLoss(folder);
    if (loss) throw new ConfigError([loss]);
    return { dialect: createDialect(openDurable(join(folder, SQLITE_FILE))), release: lock.release };
  } catch (error) {
    lock?.release();
    throw toSqliteOpeningError(error);
  }
}

/** Says to an operator why the folder can't be used at the start. @returns an `AppError` when that is transient */
export function toSqliteOpeningError(error: unknown): unknown {
  if (error instanceof ConfigError || error instanceof AppError || !(error instanceof Error)) return error;
  // SQLite's own words are about the file; those of the file system would repeat the folder's name.
  if (!('errcode' in error)) {
    const reason = 'code' in error ? error.code : error.name;
    if (TRANSIENT.has(reason)) return toStoreError(error);
    return new ConfigError([`DATA_DIR is not a folder the app can keep its data in (${reason})`]);
  }
  if (TRANSIENT.has(Number(error.errcode) & 0xff)) return toStoreError(error);
  const known = toDamage(error);
  if (known !== error) return known;
  return new ConfigError([`DATA_DIR is not a folder the app can keep its data in (${error.message})`]);
}

/** Says to an operator that the file can't be read as SQLite's; any other error comes back as it is. */
export function toDamage(error: unknown): unknown {
  if (!(error instanceof Error && 'errcode' in error && DAMAGED.has(Number(error.errcode) & 0xff))) return error;
  return damaged(error.message);
}

/** The same of a statement that any store of the app takes: one that doesn't is none. */
export function toForeign(error: unknown): unknown {
  const isForeignTable = error instanceof Error && 'errcode' in error && error.errcode === NO_SUCH_TABLE;
  return isForeignTable ? damaged(error.message) : toDamage(error);
}

/** @param reason SQLite's own words for it; one line of them is kept */
export function damaged(reason: string): ConfigError {
  const [line] = reason.split('\n');
  return new ConfigError([
    `${SQLITE_FILE} in DATA_DIR is damaged, or no store of this app (${line}); put a backup in its place`,
  ]);
}

/**
 * Makes a folder and those above it. Not by `recursive: true`, with which Node never returns where a parent takes no folders,
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
    const foreign = whyForeign(holdingsOf(database));
    if (foreign) throw damaged(foreign);
    database.exec('pragma journal_mode = wal; pragma synchronous = full');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function holdingsOf(database: DatabaseSync): Holdings {
  const namesOf = (query: string) =>
    database
      .prepare(query)
      .all()
      .map(({ name }) => String(name));
  const all = namesOf("select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name");
  return {
    tables: all.filter((name) => !name.startsWith(MIGRATIONS)),
    applied: all.includes(MIGRATIONS) ? namesOf(`select name from ${MIGRATIONS}`) : [],
  };
}

/** Returns Kysely's dialect over a database of Node's own SQLite; closing the one closes the other. */
export function createDialect(database: DatabaseSync): Dialect {
  const dialect = new SqliteDialect({
    database: { close: () => database.close(), prepare: createPrepare(database) },
  });
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** Makes Kysely roll back changes of the schema, as SQLite can: a migration that was killed must leave nothing. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Keeps what was prepared: most of what the app says to the store it has said before. */
function createPrepare(database: DatabaseSync): (text: string) => SqliteStatement {
  const kept = new LRUCache<string, SqliteStatement>({ max: STATEMENTS_KEPT });
  return (text) => {
    const known = kept.get(text);
    if (known) return known;
    const statement = prepare(database, text);
    if (text.length <= LONGEST_KEPT) kept.set(text, statement);
    return statement;
  };
}

/** Returns Node's statement in the shape of better-sqlite3's, which is the one Kysely knows. */
function prepare(database: DatabaseSync, text: string): SqliteStatement {
  const statement = database.prepare(text);
  const bound = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bound(parameters)),
    run: (parameters) => statement.run(...bound(parameters)),
    // One of its own: it is still being read from while others use the one that is kept.
    iterate: (parameters) => database.prepare(text).iterate(...bound(parameters)),
  };
}
