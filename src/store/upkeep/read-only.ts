import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { ConfigError } from '../../errors.ts';
import type { Audit } from '../../followstats/audit/audit.ts';
import { createClock } from '../clock.ts';
import { SQLITE_FILE } from '../engines/find-loss.ts';
import { openPostgres } from '../engines/postgres.ts';
import { createDialect, toForeign } from '../engines/sqlite.ts';
import type { StoreOptions } from '../open.ts';
import type { Database, Schema } from '../schema.ts';
import { createAudit } from '../subjects/audit.ts';

/**
 * The embedded store's file, to be read while the app writes to it: it is in WAL mode, where the two don't wait for each other.
 * @throws {ConfigError} when there is none
 */
export function openFile(folder: string): DatabaseSync {
  const file = join(folder, SQLITE_FILE);
  if (!existsSync(file)) throw new ConfigError([`DATA_DIR holds no store yet (no ${SQLITE_FILE} in it)`]);
  return new DatabaseSync(file, { readOnly: true, timeout: 5000 });
}

/**
 * Opens the audit log to be read beside a running app. Nothing is migrated.
 * @throws {ConfigError} when there is no store, it is damaged, or Postgres rejects the address
 * @throws {AppError} `store_unavailable` when Postgres can't be reached
 */
export async function openAudit(
  options: StoreOptions,
): Promise<{ readonly audit: Pick<Audit, 'read'>; close(): Promise<void> }> {
  const { dialect, toOpeningError } =
    options.kind === 'sqlite'
      ? { dialect: createDialect(openFile(options.folder)), toOpeningError: toForeign }
      : openPostgres(options.url);
  const db: Database = new Kysely<Schema>({ dialect });
  try {
    await db.selectFrom('audit').select('id').limit(1).execute();
  } catch (error) {
    await db.destroy();
    throw toOpeningError(error);
  }
  return { audit: createAudit({ db, clock: createClock(options.kind, undefined) }), close: () => db.destroy() };
}
