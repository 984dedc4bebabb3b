import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, open, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Dialect, Kysely, sql } from 'kysely';
import type { OverdueRuns } from '../../digests/run-ports.ts';
import { ConfigError } from '../../errors.ts';
import { createClock, type Engine } from '../clock.ts';
import { readOverdue } from '../digests/overdue-runs.ts';
import { findLoss, SQLITE_FILE } from '../engines/find-loss.ts';
import { FolderInUse, LOCK_FILE, lockFolder } from '../engines/folder-lock.ts';
import { openPostgres } from '../engines/postgres.ts';
import { createPostgresChecks } from '../engines/postgres-checks.ts';
import { createDialect, openSqlite, toSqliteOpeningError } from '../engines/sqlite.ts';
import { createSqliteChecks } from '../engines/sqlite-checks.ts';
import { rejectForeign } from '../foreign-database.ts';
import { hasTable, readSchemaAge, type SchemaAge } from '../migrate.ts';
import type { StoreOptions } from '../open.ts';
import type { Database, Schema } from '../schema.ts';
import { createExpiringValues } from '../subjects/expiring-values.ts';
import { openFile } from './read-only.ts';

/** What a store looks like from outside the app. */
export interface StoreExam {
  readonly engine: Engine;
  /** The engine's own, such as `3.51.0`. */
  readonly version: string;
  /** How its tables stand to this version of the app. They are left as they are. */
  readonly schema: SchemaAge;
  /** Whether another process has the embedded store: then it was read and not written. */
  readonly isInUse: boolean;
  /** How long the synced write took, milliseconds; `undefined` when there was none. */
  readonly writeMs: number | undefined;
  /** `undefined` where there are no digests yet. */
  readonly overdue: OverdueRuns | undefined;
}

/**
 * Looks at the store as it is, and proves that it takes a synced write; nothing is migrated and nothing else is changed. An embedded
 * store that doesn't exist isn't made: then it is proved that it could be.
 * @throws {ConfigError} as `openStore`, but for an embedded store that another process has
 * @throws {AppError} `store_unavailable` as `openStore`
 */
export function examineStore(options: StoreOptions): Promise<StoreExam> {
  return options.kind === 'sqlite' ? examineFolder(options.folder, options.now) : examinePostgres(options);
}

/**
 * Reads how many bytes the embedded store's disk has left for this user. Rejects as the file system does.
 * @returns `undefined` where it isn't on a disk that has a size
 */
export async function freeBytes(folder: string): Promise<number | undefined> {
  const { bavail, blocks, bsize } = await statfs(existingPart(folder));
  return blocks > 0 ? bavail * bsize : undefined;
}

async function examineFolder(folder: string, now: StoreOptions['now']): Promise<StoreExam> {
  try {
    const file = await stat(join(folder, SQLITE_FILE)).catch(() => undefined);
    const hasLock = existsSync(join(folder, LOCK_FILE));
    if (hasLock && isLocked(folder))
      return await withDatabase(createDialect(openFile(folder)), (db) => read(db, 'sqlite', now));
    if (!file?.size) return await examineNothing(folder);

    const { dialect, release } = openSqlite(folder);
    try {
      // A check as root must not shut the app's own user out.
      if (!hasLock) await chown(join(folder, LOCK_FILE), file.uid, file.gid).catch(() => {});
      return await withDatabase(dialect, async (db) => {
        const writeMs = await timed(createSqliteChecks(folder, db).checkWrite);
        return read(db, 'sqlite', now, writeMs);
      });
    } finally {
      release();
    }
  } catch (error) {
    throw toSqliteOpeningError(error);
  }
}

/** A store that isn't there: it is new, or was lost. */
async function examineNothing(folder: string): Promise<StoreExam> {
  const loss = findLoss(folder);
  if (loss) throw new ConfigError([loss]);
  const writeMs = await timed(() => proveWritable(existingPart(folder)));
  return withDatabase(createDialect(new DatabaseSync(':memory:')), (db) => read(db, 'sqlite', undefined, writeMs));
}

async function examinePostgres({ url, now }: Extract<StoreOptions, { kind: 'postgres' }>): Promise<StoreExam> {
  const { dialect, toOpeningError } = openPostgres(url);
  try {
    return await withDatabase(dialect, async (db) => {
      await rejectForeign(db);
      const exam = await read(db, 'postgres', now);
      const hasValues = await hasTable(db, 'postgres', 'expiring_values');
      const clock = createClock('postgres', now);
      const { checkWrite } = createPostgresChecks(db, createExpiringValues({ db, clock }));
      return { ...exam, isInUse: false, writeMs: await timed(hasValues ? checkWrite : () => proveTables(db)) };
    });
  } catch (error) {
    throw toOpeningError(error);
  }
}

async function withDatabase<Result>(dialect: Dialect, work: (db: Database) => Promise<Result>): Promise<Result> {
  const db: Database = new Kysely<Schema>({ dialect });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** @returns how long it took, milliseconds */
async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** @param writeMs `undefined` when another process has the store */
async function read(db: Database, engine: Engine, now: StoreOptions['now'], writeMs?: number): Promise<StoreExam> {
  const version =
    engine === 'sqlite'
      ? sql<{ value: string }>`select sqlite_version() as value`
      : sql<{ value: string }>`select current_setting('server_version') as value`;
  const { rows } = await version.execute(db);
  const hasDigests = await hasTable(db, engine, 'digest_runs');
  return {
    engine,
    version: rows[0]?.value.split(' ')[0] ?? '',
    schema: await readSchemaAge(db, engine),
    isInUse: writeMs === undefined,
    writeMs,
    overdue: hasDigests ? await readOverdue({ db, clock: createClock(engine, now) }) : undefined,
  };
}

function isLocked(folder: string): boolean {
  try {
    lockFolder(folder).release();
    return false;
  } catch (error) {
    if (error instanceof FolderInUse) return true;
    throw error;
  }
}

/** The folder, or the nearest one above it that exists. */
function existingPart(folder: string): string {
  const path = resolve(folder);
  return existsSync(path) || dirname(path) === path ? path : existingPart(dirname(path));
}

/** A synced write to a file that is gone afterwards. */
async function proveWritable(folder: string): Promise<void> {
  const file = join(folder, `.followstats-check-${randomUUID()}`);
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile('written to see whether it can be\n');
    await handle.sync();
  } finally {
    await handle.close();
    await rm(file, { force: true });
  }
}

/** Makes a table and takes it back. */
async function proveTables(db: Database): Promise<void> {
  const done = new Error('taken back');
  await db
    .transaction()
    .execute(async (trx) => {
      await sql`create table followstats_check (one integer)`.execute(trx);
      throw done;
    })
    .catch((error: unknown) => {
      if (error !== done) throw error;
    });
}
