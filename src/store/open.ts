import { type Dialect, Kysely } from 'kysely';
import { AppError } from '../errors.ts';
import { createClock, postgresClock } from './clock.ts';
import { composeStore, type Store } from './compose.ts';
import { createCountsSignal } from './counts-signal.ts';
import { openPostgres } from './engines/postgres.ts';
import { createPostgresChecks } from './engines/postgres-checks.ts';
import { readBy } from './engines/prompt-reads.ts';
import { openSqlite, toSqliteOpeningError } from './engines/sqlite.ts';
import { createSqliteChecks } from './engines/sqlite-checks.ts';
import type { StoreChecks } from './engines/store-checks.ts';
import { toStoreError } from './engines/store-error.ts';
import type { OnStoreOperation } from './engines/store-operation.ts';
import { withErrors } from './engines/with-errors.ts';
import { migrate } from './migrate.ts';
import type { Database, Schema } from './schema.ts';
import { CHANNELS, createSignal } from './signal.ts';
import { createExpiringValues } from './subjects/expiring-values.ts';

export type { Store };

/** Where the app keeps what it must remember: embedded for one process, Postgres for replicas. */
export type StoreOptions = (
  | { readonly kind: 'sqlite'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly url: string }
) & {
  /** Unix milliseconds; stands in for the database's own clock. */
  readonly now?: (() => number) | undefined;
  /** Called for each statement that failed with `store_unavailable`, once the store is open. */
  readonly onFailure?: ((error: AppError) => void) | undefined;
  /** Absent: nothing is timed. */
  readonly onOperation?: OnStoreOperation | undefined;
};

/**
 * Opens the store and brings its tables up to date.
 * @throws {ConfigError} when another process has the folder, the folder can't be used or has lost data that it held, Postgres
 *   rejects the address, or a newer version of the app made the store
 * @throws {AppError} `store_unavailable` when Postgres can't be reached, named by its host alone, or the disk is full
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { db, close, ...checks } = await openDatabase(options);
  const url = options.kind === 'postgres' ? options.url : undefined;
  return composeStore({
    ...{ db, checks, close },
    signal: createSignal(db, CHANNELS.digests, url),
    changes: createSignal(db, CHANNELS.changes, url),
    counts: createCountsSignal(url),
    engine: options.kind,
    now: options.now,
    permitClock: options.kind === 'postgres' ? postgresClock : undefined,
  });
}

/** Returns the tables themselves, up to date. For the repositories, and for what moves or checks a store as a whole. Rejects as `openStore`. */
export async function openDatabase(
  options: StoreOptions,
): Promise<StoreChecks & { readonly db: Database; close(): Promise<void> }> {
  const { dialect, reads, release, toOpeningError } = openEngine(options);
  let isOpen = false;
  // Until then the driver's own errors are thrown: the messages at the start say more than those that people see.
  const toError = (error: unknown) => {
    if (!isOpen) return error;
    const known = toStoreError(error);
    if (known instanceof AppError && known !== error) options.onFailure?.(known);
    return known;
  };
  const kyselyOf = (by: Dialect) => new Kysely<Schema>({ dialect: withErrors(by, toError, options.onOperation) });
  const db = kyselyOf(dialect);
  const reading = reads && kyselyOf(reads);
  let closing: Promise<void> | undefined;
  const close = () => {
    // The lock last: until the database is closed no other process may open it.
    closing ??= Promise.all([db.destroy(), reading?.destroy()]).then(release);
    return closing;
  };
  try {
    await migrate(db, options.kind);
    const checks =
      options.kind === 'sqlite'
        ? createSqliteChecks(options.folder, db)
        : createPostgresChecks(db, createExpiringValues({ db, clock: createClock(options.kind, options.now) }));
    // From here on a store that has lost what it held can be distinguished from a new one.
    if (options.kind === 'sqlite') await checks.checkWrite();
    isOpen = true;
    if (reading) readBy(db, reading);
    const translated = (work: Promise<void>) =>
      work.catch((error: unknown) => {
        throw toError(error);
      });
    return {
      db,
      close,
      check: () => translated(checks.check()),
      checkWrite: () => translated(checks.checkWrite()),
    };
  } catch (error) {
    await close();
    throw toOpeningError(error);
  }
}

function openEngine(options: StoreOptions) {
  return options.kind === 'sqlite'
    ? { ...openSqlite(options.folder), reads: undefined, toOpeningError: toSqliteOpeningError }
    : { ...openPostgres(options.url), release() {} };
}
