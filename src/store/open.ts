import { Kysely, sql } from 'kysely';
import type { Digests, Runs } from '../digests/ports.ts';
import type { Audit } from '../followstats/audit.ts';
import type { ExpiringValues } from '../followstats/expiring-values.ts';
import type { Grants } from '../followstats/grants.ts';
import type { Links } from '../followstats/links.ts';
import type { Lists } from '../followstats/lists.ts';
import type { Snapshots } from '../followstats/snapshots.ts';
import { createAudit } from './audit.ts';
import { createClock, type JobContext } from './clock.ts';
import { createDigestBell } from './digest-bell.ts';
import { createDigests } from './digests.ts';
import { createExpiringValues } from './expiring-values.ts';
import { createGrants } from './grants.ts';
import { leaseSlots } from './lease-slots.ts';
import { createLinks } from './links.ts';
import { createLists } from './lists.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { createRuns } from './runs.ts';
import type { Database, Schema } from './schema.ts';
import { createSnapshots } from './snapshots.ts';
import { openSqlite } from './sqlite.ts';
import { toStoreError } from './store-error.ts';
import { withErrors } from './with-errors.ts';

/** Where the app keeps what it must remember: embedded for one process, Postgres for replicas. */
export type StoreOptions = (
  | { readonly kind: 'sqlite'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly url: string }
) & {
  /** Unix milliseconds; stands in for the database's own clock. */
  readonly now?: (() => number) | undefined;
};

/**
 * The app's memory. Every method rejects once it is closed, and with the `AppError` `store_unavailable` when the database
 * doesn't do what it is asked.
 */
export interface Store {
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
  /** Shares of a budget that all replicas have together; absent where there can be but one process. */
  readonly leaseSlots: ((callsPerSecond: number) => ReturnType<typeof leaseSlots>) | undefined;
  /** Rejects when the store doesn't answer. */
  check(): Promise<void>;
  /** Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the store and brings its tables up to date.
 * @throws {ConfigError} when another process has the folder, the folder can't be used, Postgres refuses the address, or a
 *   newer version of the app made the store
 * @throws {AppError} `store_unavailable` when Postgres can't be reached; names its host, never the user or password
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { db, close } = await openDatabase(options);
  const context: JobContext = { db, clock: createClock(options.kind, options.now), engine: options.kind };
  const bell = createDigestBell(db, options);
  return {
    grants: createGrants(context),
    audit: createAudit(context),
    links: createLinks(context),
    lists: createLists(context),
    snapshots: createSnapshots(context),
    expiringValues: createExpiringValues(context),
    digests: createDigests(context, bell),
    runs: createRuns(context, bell),
    onDigestsChanged: bell.on,
    leaseSlots: options.kind === 'postgres' ? (callsPerSecond) => leaseSlots(db, callsPerSecond) : undefined,
    async check() {
      await sql`select 1`.execute(db);
    },
    async close() {
      await bell.close();
      await close();
    },
  };
}

/** The tables themselves, up to date. For the repositories, and for what moves or checks a store as a whole. */
export async function openDatabase(options: StoreOptions): Promise<{ readonly db: Database; close(): Promise<void> }> {
  const { dialect, release, toOpeningError } = openEngine(options);
  let isOpen = false;
  // Until then the driver's own errors: an operator is told more of them than people are.
  const toError = (error: unknown) => (isOpen ? toStoreError(error) : error);
  const db = new Kysely<Schema>({ dialect: withErrors(dialect, toError) });
  let closing: Promise<void> | undefined;
  const close = () => {
    // The lock last: until the database is closed nobody else may open it.
    closing ??= db.destroy().then(release);
    return closing;
  };
  try {
    await migrate(db, options.kind);
    isOpen = true;
  } catch (error) {
    await close();
    throw toOpeningError(error);
  }
  return { db, close };
}

function openEngine(options: StoreOptions) {
  return options.kind === 'sqlite'
    ? { ...openSqlite(options.folder), toOpeningError: (error: unknown) => error }
    : { ...openPostgres(options.url), release() {} };
}
