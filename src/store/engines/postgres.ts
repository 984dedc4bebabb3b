import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { toOpeningError } from './opening-error.ts';
import { type Connection, readConnection } from './postgres-client.ts';

/** A pool, and how long what goes by it may take; milliseconds. */
interface Way {
  readonly connections: number;
  /** To get a connection, be it a new one or one that is in use. */
  readonly connectMs: number;
  /** So long the answer to a statement is waited for. */
  readonly answerMs: number;
}

/**
 * The server gives a statement up after so long, milliseconds: far beyond any of ours, waits for locks included. The same by both ways,
 * since a pooler may hand a connection on with what was set on it.
 */
const STATEMENT_MS = 15_000;
/** Of everything but plain reads. The server itself says first what it gave up; a command must not wait for longer on one that vanished. */
const WORK: Way = { connections: 10, connectMs: 5000, answerMs: STATEMENT_MS + 500 };
/**
 * Of plain reads. A person waits for nearly all of them, before a word is said: whether they may ask is read first. The slowest takes
 * some tens of milliseconds (`npm run bench -- history`). They have connections of their own, so that none waits behind a change
 * that waits for a lock: as many as a thousand people at once need to get theirs in time where each read takes 6 ms.
 */
const READS: Way = { connections: 10, connectMs: 2500, answerMs: 2500 };
/** Long enough that a quiet team's next command finds a connection. */
const IDLE_MS = 10 * 60_000;
const INT8 = 20;

/** The drivers for Kysely, and what their errors mean while nothing has worked yet. */
interface Postgres {
  readonly dialect: Dialect;
  /** For plain reads: each has 2.5 s, and as long to get a connection. */
  readonly reads: Dialect;
  /** As `toOpeningError` of this address. */
  readonly toOpeningError: (error: unknown) => unknown;
}

/**
 * Pools of connections; none is made yet.
 * @throws {ConfigError} when the URL names a file that can't be read, or the driver can't use it
 */
export function openPostgres(url: string): Postgres {
  const connection = readConnection(url);
  return {
    dialect: new PostgresDialect({ pool: createPool(connection, WORK) }),
    reads: new PostgresDialect({ pool: createPool(connection, READS) }),
    toOpeningError: (error) => toOpeningError(error, connection),
  };
}

function createPool({ connectionString, Client }: Connection, { connections, connectMs, answerMs }: Way): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    Client,
    application_name: 'followstats',
    max: connections,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    query_timeout: answerMs,
    types: { getTypeParser },
    // Statements, not start-up parameters, which poolers reject. The second frees the lock of a replica that vanished in the
    // middle of a change.
    onConnect: async (client) => {
      // A connection that breaks between two statements of a change emits an event, which would end the process without a
      // listener; the next statement fails for it.
      client.on('error', () => {});
      await client.query(`set statement_timeout = ${STATEMENT_MS}`);
      await client.query(`set idle_in_transaction_session_timeout = ${STATEMENT_MS}`);
    },
  });
  // The same of one that breaks while it is idle, which the pool drops.
  pool.on('error', () => {});
  return pool;
}

/** Counts and times fit a number: they stay below 2^53. */
export const getTypeParser: typeof pg.types.getTypeParser = ((oid: number, format?: 'text') =>
  oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser;
