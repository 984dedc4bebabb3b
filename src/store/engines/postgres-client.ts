import pg from 'pg';
import { ConfigError } from '../../errors.ts';
import { NO_ANSWER } from './driver-reason.ts';

/** What the driver connects with. */
export interface Connection {
  readonly connectionString: string;
  readonly Client: typeof pg.Client;
  /** Host and port, or a socket's folder; nothing else of the URL. */
  readonly host: string;
  readonly usesTls: boolean;
}

/**
 * Says what is missing when Postgres asks for a password and there is none; the driver's own words differ with the method. Closes a
 * connection on which a statement got no answer: the driver would go on with it, and all that follows would wait behind that
 * statement, on a connection that a network dropped without a word for a quarter of an hour.
 */
class AppClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    if (!this.password) Object.assign(this, { password: rejectWithoutPassword });
  }

  override query = ((...asked: Parameters<pg.Client['query']>) => {
    const answer: unknown = super.query(...asked);
    if (answer instanceof Promise) answer.catch((error: unknown) => isNoAnswer(error) && void this.end());
    return answer;
  }) as pg.Client['query'];
}

const isNoAnswer = (error: unknown): boolean => error instanceof Error && error.message === NO_ANSWER;

/**
 * Reads a `DATABASE_URL` as the driver does, without connecting.
 * @throws {ConfigError} when a file that it names can't be read, or its parameters contradict each other
 */
export function readConnection(url: string): Connection {
  const connectionString = withoutAliases(url);
  const { ssl, host, port } = newClient(connectionString);
  const place = host.includes(':') ? `[${host}]` : host;
  return {
    connectionString,
    Client: AppClient,
    host: host.startsWith('/') ? host : `${place}:${port}`,
    usesTls: Boolean(ssl),
  };
}

/** `prefer`, `require` and `verify-ca` mean `verify-full` to the driver, which warns of that on stderr at each start. */
function withoutAliases(url: string): string {
  if (/[?&]uselibpqcompat=true/.test(url)) return url;
  return url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full');
}

function newClient(connectionString: string): pg.Client {
  try {
    return new pg.Client({ connectionString });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // The certificates and keys of `sslrootcert`, `sslcert` and `sslkey`; without a code, modes of TLS that can't be together.
    const fault = code
      ? `names a file that cannot be read (${code})`
      : 'has parameters for TLS that do not fit each other';
    throw new ConfigError([`DATABASE_URL ${fault}`]);
  }
}

function rejectWithoutPassword(): never {
  throw new ConfigError([
    'DATABASE_URL has no password, and Postgres asks for one; add it: postgres://USER:PASSWORD@HOST/…',
  ]);
}
