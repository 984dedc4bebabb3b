import pg from 'pg';
import { AppError, ConfigError } from '../../errors.ts';
import { driverReason } from './driver-reason.ts';
import { toStoreError } from './store-error.ts';

/** SQLSTATE → what is wrong with the address; trying again won't help (postgresql.org/docs/current/errcodes-appendix.html). */
const PERMANENT: Readonly<Record<string, string>> = {
  '28000': 'is refused by Postgres: the user may not log in',
  '28P01': 'is refused by Postgres: wrong user or password',
  '3D000': 'names a database that does not exist',
  '42501': 'names a user who may not create tables there',
  '42704': 'sets an option that this Postgres does not know',
  '22023': 'sets an option to a value that this Postgres does not take',
  '3F000': 'leads to no schema in which tables can be made; check its search_path',
};

/** SQLSTATE → why Postgres can't be used at the moment. */
const TRANSIENT: Readonly<Record<string, string>> = {
  '25006': 'it takes no writes: a standby, or set read-only',
  '53100': 'its disk is full',
  '53300': 'it has no connection left',
  '57P01': 'it is stopping',
  '57P02': 'it is starting again after a crash',
  '57P03': 'it is starting or stopping',
};

/** OpenSSL's and Node's codes for a certificate that isn't accepted (nodejs.org/api/tls.html#x509-certificate-error-codes). */
const CERTIFICATE =
  /^(?:CERT_|CRL_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_)/;
const TLS = /^(?:EPROTO$|ERR_SSL_|ERR_OSSL_|ERR_TLS_)/;

/** Where the app connects to. */
interface Address {
  /** Host and port, or a socket's folder. */
  readonly host: string;
  readonly usesTls: boolean;
}

/**
 * Says to an operator why Postgres can't be used at the start: where and why, nothing of the URL's user or
 * password. The driver's error is left behind, since it may quote them.
 * @returns a `ConfigError` for what is permanent, an `AppError` `store_unavailable` for what is transient; a bug stays one
 */
export function toOpeningError(error: unknown, { host, usesTls }: Address): unknown {
  if (error instanceof ConfigError || !(error instanceof Error)) return error;
  const fault = error instanceof pg.DatabaseError ? faultOfAnswer(error, usesTls) : faultOfConnecting(error);
  if (fault) return new ConfigError([`DATABASE_URL ${fault}`]);
  const at = `cannot use Postgres at ${host}: `;
  if (toStoreError(error) instanceof AppError) return new AppError('store_unavailable', at + reasonOf(error));
  return error instanceof pg.DatabaseError ? new Error(`${at}${error.message} (${error.code})`) : error;
}

function faultOfAnswer({ code = '', routine }: pg.DatabaseError, usesTls: boolean): string | undefined {
  // The words are in the server's language; the routine that speaks isn't.
  if (code !== '28000' || routine !== 'ClientAuthentication') return PERMANENT[code];
  return usesTls
    ? 'is refused by Postgres: its pg_hba.conf lets this user into this database from no such address'
    : 'is refused by Postgres: its pg_hba.conf lets this user in from no such address without TLS; try sslmode=verify-full';
}

function faultOfConnecting(error: Error): string | undefined {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EISDIR' || ('syscall' in error && error.syscall === 'open'))
    return `names a file that cannot be read (${code})`;
  if (CERTIFICATE.test(code)) {
    return `leads to a server whose certificate cannot be verified (${code}); give its CA as sslrootcert=FILE, or set sslmode=no-verify`;
  }
  if (TLS.test(code)) return `leads to no TLS connection (${code}); check its sslmode, sslrootcert, sslcert and sslkey`;
  if (/^ERR_(?:INVALID|OUT_OF_RANGE|SOCKET_BAD)/.test(code)) return `cannot be used by the driver (${code})`;
  // The driver's words alone tell these two.
  if (error.message === 'The server does not support SSL connections') {
    return 'asks for TLS, which this Postgres does not offer; switch it on there, or set sslmode=disable';
  }
  if (error.message.startsWith('SASL: ')) return 'leads to a Postgres with which no login could be agreed (SASL)';
  return undefined;
}

function reasonOf(error: Error): string {
  if (!(error instanceof pg.DatabaseError)) return driverReason(error);
  const { code = '' } = error;
  const words = TRANSIENT[code];
  return words ? `${words} (${code})` : `it answered ${code}`;
}
