import { Kysely } from 'kysely';
import type { Digests } from '../digests/ports.ts';
import type { Runs } from '../digests/run-ports.ts';
import { AppError } from '../errors.ts';
import type { Grants } from '../followstats/access/grants.ts';
import type { Audit } from '../followstats/audit/audit.ts';
import type { ExpiringValues } from '../followstats/expiring-values.ts';
import type { LearnedBursts } from '../followstats/learned-bursts.ts';
import type { Links } from '../followstats/links/links.ts';
import type { Lists } from '../followstats/lists/lists.ts';
import type { Snapshots } from '../followstats/reports/snapshots.ts';
import { createClock, type JobContext } from './clock.ts';
import { createDigestSignal } from './digests/digest-signal.ts';
import { createDigests } from './digests/digests.ts';
import { createRuns } from './digests/runs.ts';
import { openPostgres } from './engines/postgres.ts';
import { createPostgresChecks } from './engines/postgres-checks.ts';
import { openSqlite, toSqliteOpeningError } from './engines/sqlite.ts';
import { createSqliteChecks } from './engines/sqlite-checks.ts';
import type { StoreChecks } from './engines/store-checks.ts';
import { toStoreError } from './engines/store-error.ts';
import { withErrors } from './engines/with-errors.ts';
import { migrate } from './migrate.ts';
import type { Database, Schema } from './schema.ts';
import { createAudit } from './subjects/audit.ts';
import { createExpiringValues } from './subjects/expiring-values.ts';
import { createGrants } from './subjects/grants.ts';
import { createLearnedBursts } from './subjects/learned-bursts.ts';
import { leasePermits } from './subjects/lease-permits.ts';
import { createLinks } from './subjects/links.ts';
import { createLists } from './subjects/lists.ts';
import { createSnapshots } from './subjects/snapshots.ts';

/** Where the app keeps what it must remember: embedded for one process, Postgres for replicas. */
export type StoreOptions = (
  | { readonly kind: 'sqlite'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly url: string }
) & {
  /** Unix milliseconds; stands in for the database's own clock. */
  readonly now?: (() => number) | undefined;
  /** Called for each statement that failed with `store_unavailable`, once the store is open. */
  readonly onFailure?: ((error: AppError) => void) | undefined;
};

/**
 * The app's memory. Every method rejects once it is closed, and with the `AppError` `store_unavailable` when the database
 * fails.
 */
export interface Store extends StoreChecks {
  readonly grants: Grants;
  readonly audit: Audit;
  readonly links: Links;
  readonly lists: Lists;
  readonly snapshots: Snapshots;
  readonly expiringValues: ExpiringValues;
  readonly digests: Digests;
  readonly runs: Runs;
  /**
   * Calls the listener when a person has made a slot come nearer, here or on another replica, and when such a call may have
   * been lost. Some calls come twice, and one that is lost costs no more than the wait until the next slot is looked for.
   * @returns ends it
   */
  onDigestsChanged(listener: () => void): () => void;
  readonly learnedBursts: LearnedBursts;
  /** Shares of a Chat command's budget, which all replicas have together; absent where there can be but one process. */
  readonly leasePermits: ((command: string, callsPerSecond: number) => ReturnType<typeof leasePermits>) | undefined;
  /** Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the store and brings its tables up to date.
 * @throws {ConfigError} when another process has the folder, the folder can't be used or has lost data that it held, Postgres
 *   rejects the address, or a newer version of the app made the store
 * @throws {AppError} `store_unavailable` when Postgres can't be reached, named by its host alone, or the disk is full
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { db, close, ...checks } = await openDatabase(options);
  const context: JobContext = { db, clock: createClock(options.kind, options.now), engine: options.kind };
  const signal = createDigestSignal(db, options.kind === 'postgres' ? options.url : undefined);
  return {
    grants: createGrants(context),
    audit: createAudit(context),
    links: createLinks(context),
    lists: createLists(context),
    snapshots: createSnapshots(context),
    expiringValues: createExpiringValues(context),
    digests: createDigests(context, signal),
    runs: createRuns(context, signal),
    onDigestsChanged: signal.on,
    learnedBursts: createLearnedBursts(db),
    leasePermits:
      options.kind === 'postgres' ? (command, callsPerSecond) => leasePermits(db, command, callsPerSecond) : undefined,
    ...checks,
    async close() {
      await signal.close();
      await close();
    },
  };
}

/** Returns the tables themselves, up to date. For the repositories, and for what moves or checks a store as a whole. Rejects as `openStore`. */
export async function openDatabase(
  options: StoreOptions,
): Promise<StoreChecks & { readonly db: Database; close(): Promise<void> }> {
  const { dialect, release, toOpeningError } = openEngine(options);
  let isOpen = false;
  // Until then the driver's own errors are thrown: the messages at the start say more than those that people see.
  const toError = (error: unknown) => {
    if (!isOpen) return error;
    const known = toStoreError(error);
    if (known instanceof AppError && known !== error) options.onFailure?.(known);
    return known;
  };
  const db = new Kysely<Schema>({ dialect: withErrors(dialect, toError) });
  let closing: Promise<void> | undefined;
  const close = () => {
    // The lock last: until the database is closed no other process may open it.
    closing ??= db.destroy().then(release);
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
    ? { ...openSqlite(options.folder), toOpeningError: toSqliteOpeningError }
    : { ...openPostgres(options.url), release() {} };
}
