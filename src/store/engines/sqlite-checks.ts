import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { AppError } from '../../errors.ts';
import type { Database } from '../schema.ts';
import { SQLITE_FILE, WAL_FILE } from './find-loss.ts';
import { readState, writeState } from './state-file.ts';
import type { StoreChecks } from './store-checks.ts';

/** What SQLite waits for readers elsewhere; a check-point must not wait on the app's thread. */
const BUSY_TIMEOUT_MS = 5000;

const OWN_BYTES = 'select page_count * page_size as value from pragma_page_count, pragma_page_size';

/**
 * The embedded store's checks. The sequence number is SQLite's `user_version`, which nothing else uses. Each call of
 * `checkWrite` raises it around a check-point and keeps it in `followstats.state`: a store whose number is lower later has
 * lost its log, or is an older copy. A call before which nothing was written costs one page of 4 KiB and one sync.
 */
export function createSqliteChecks(folder: string, db: Database): StoreChecks {
  const files = [SQLITE_FILE, WAL_FILE];
  const before = readState(folder);
  let inFile = before === undefined || before === 'damaged' ? 0 : before.inFile;
  let bytes = 0;
  let identities: readonly string[] | undefined;
  let changesSeen: number | undefined;
  let last: Promise<void> = Promise.resolve();

  /** SQLite itself goes on writing into files that were deleted. */
  async function checkFiles(): Promise<void> {
    if (!identities) return;
    const found = await Promise.all(files.map((file) => identityOf(join(folder, file))));
    const gone = files.find((_, n) => found[n] !== identities?.[n]);
    if (gone) throw unavailable(`${gone} was removed or replaced; stop the app and look into DATA_DIR`);
    const { size } = await stat(join(folder, SQLITE_FILE));
    // One that was vacuumed is smaller, too, and SQLite knows of that.
    if (size < bytes && size < (await readNumber(db, OWN_BYTES)))
      throw unavailable(`${SQLITE_FILE} was cut short; stop the app and look into DATA_DIR`);
  }

  async function write(): Promise<void> {
    await checkFiles();
    const { sequence, changes } = await db.connection().execute(async (connection) => {
      const changes = await readNumber(connection, 'select total_changes() as value');
      if (changes !== changesSeen) {
        // Distinguishes the file of this check-point from every copy that was made before.
        const sequence = await raise(connection);
        if (await checkPoint(connection)) inFile = sequence;
      }
      // Stands at the beginning of the new log, so that the database alone lacks it.
      return { sequence: await raise(connection), changes };
    });
    if (changes === changesSeen) return;
    const file = await stat(join(folder, SQLITE_FILE));
    bytes = file.size;
    identities ??= await Promise.all(files.map((file) => identityOf(join(folder, file))));
    await writeState(folder, { sequence, inFile, bytes }, file);
    changesSeen = changes;
  }

  return {
    async check() {
      await checkFiles();
      await sql`select 1 from turns limit 1`.execute(db);
    },
    checkWrite() {
      // One at a time: two would write the state over each other.
      last = last.then(write, write);
      return last;
    },
  };
}

/** @returns the new sequence number, once it is synced */
async function raise(connection: Database): Promise<number> {
  const sequence = 1 + (await readNumber(connection, 'select user_version as value from pragma_user_version'));
  await sql.raw(`pragma user_version = ${sequence}`).execute(connection);
  return sequence;
}

/** @returns whether the whole log is in the database file now; a reader elsewhere, such as a backup, keeps a part of it back */
async function checkPoint(connection: Database): Promise<boolean> {
  await sql.raw('pragma busy_timeout = 0').execute(connection);
  try {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection);
    return rows[0]?.busy === 0;
  } finally {
    await sql.raw(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`).execute(connection);
  }
}

async function readNumber(connection: Database, statement: string): Promise<number> {
  const { rows } = await sql.raw<{ value: number }>(statement).execute(connection);
  return rows[0]?.value ?? 0;
}

async function identityOf(file: string): Promise<string> {
  return stat(file).then(
    ({ dev, ino }) => `${dev} ${ino}`,
    () => 'missing',
  );
}

const unavailable = (reason: string) => new AppError('store_unavailable', `the store failed: ${reason}`);
