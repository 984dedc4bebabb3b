import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { toOpeningError } from './opening-error.ts';
import { readConnection } from './postgres-client.ts';

const CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5000;
/** Far beyond any statement of ours; a command must not wait for longer on a server that vanished. */
const STATEMENT_TIMEOUT_MS = 15_000;
/** Long enough that a quiet team's next command finds a connection. */
const IDLE_MS = 10 * 60_000;
const INT8 = 20;

/** The driver for Kysely, and what its errors mean while nothing has worked yet. */
interface Postgres {
  readonly dialect: Dialect;
  /** As `toOpeningError` of this address. */
  readonly toOpeningError: (error: unknown) => unknown;
}

/**
 * A pool of connections; none is made yet.
 * @throws {ConfigError} when the URL names a file that can't be read, or the driver can't use it
 */
export function openPostgres(url: string): Postgres {
  const { connectionString, Client, ...address } = readConnection(url);
  const pool = new pg.Pool({
    connectionString,
    Client,
    application_name: 'followstats',
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    query_timeout: STATEMENT_TIMEOUT_MS,
    types: { getTypeParser },
    // Statements, not start-up parameters, which poolers reject. The second frees the lock of a replica that vanished in the
    // middle of a change.
    onConnect: async (client) => {
      // A connection that breaks between two statements of a change emits an event, which would end the process without a
      // listener; the next statement fails for it.
      client.on('error', () => {});
      await client.query(`set statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
      await client.query(`set idle_in_transaction_session_timeout = ${STATEMENT_TIMEOUT_MS}`);
    },
  });
  // The same of one that breaks while it is idle, which the pool drops.
  pool.on('error', () => {});
  return { dialect: new PostgresDialect({ pool }), toOpeningError: (error) => toOpeningError(error, address) };
}

/** Counts and times fit a number: they stay below 2^53. */
export const getTypeParser: typeof pg.types.getTypeParser = ((oid: number, format?: 'text') =>
  oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser;
