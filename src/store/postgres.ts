import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { AppError, ConfigError } from '../errors.ts';
import { toStoreError } from './store-error.ts';

const CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5000;
/** Far beyond any statement of ours; a server that vanished must not keep a command waiting for longer. */
const STATEMENT_TIMEOUT_MS = 15_000;
/** Long enough that a quiet team's next command finds a connection. */
const IDLE_MS = 10 * 60_000;
const INT8 = 20;

/** SQLSTATE → what is wrong with the address; asking again won't help (postgresql.org/docs/current/errcodes-appendix.html). */
const REFUSALS: Readonly<Record<string, string>> = {
  '28000': 'is refused by Postgres: the user may not log in',
  '28P01': 'is refused by Postgres: wrong user or password',
  '3D000': 'names a database that does not exist',
  '42501': 'names a user who may not create tables there',
};

export function openPostgres(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'followstats',
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    query_timeout: STATEMENT_TIMEOUT_MS,
    types: { getTypeParser },
    // Statements, not start-up parameters, which poolers refuse. The second keeps a replica that vanished in the middle of
    // a change from holding its turn for ever.
    onConnect: async (client) => {
      // A connection that breaks between two statements of a change says so as an event, which would end the process
      // where nobody listens; the next statement fails for it.
      client.on('error', () => {});
      await client.query(`set statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
      await client.query(`set idle_in_transaction_session_timeout = ${STATEMENT_TIMEOUT_MS}`);
    },
  });
  // The same of one that breaks while it is idle, which the pool drops.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}

/** Counts and times fit a number: they stay below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = ((oid: number, format?: 'text') =>
  oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser;

/**
 * What an operator is told when Postgres can't be used at the start: where and why, nothing of the URL's user or
 * password. The driver's error is left behind, since it may quote the URL. An `AppError` when it may work later.
 */
export function toOpeningError(error: unknown, url: string): Error {
  if (error instanceof ConfigError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const refusal = REFUSALS[code];
  if (refusal) return new ConfigError([`DATABASE_URL ${refusal}`]);
  // Certificates and keys of `sslrootcert` and the like; a socket that isn't there fails to connect.
  if (error instanceof Error && 'syscall' in error && error.syscall === 'open')
    return new ConfigError([`DATABASE_URL names a file that cannot be read (${code})`]);
  const reason = error instanceof pg.DatabaseError ? `${error.message} (${code})` : code || 'no answer';
  const message = `cannot use Postgres at ${new URL(url).host || 'localhost'}: ${reason}`;
  const isPassing = toStoreError(error) instanceof AppError;
  return isPassing ? new AppError('store_unavailable', message) : new Error(message);
}
