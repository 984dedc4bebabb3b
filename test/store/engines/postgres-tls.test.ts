import { chownSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { AppError, ConfigError } from '../../../src/errors.ts';
import { openStore } from '../../../src/store/open.ts';
import { selfSigned } from '../../self-signed.ts';
import { temporaryFolder } from '../new-store.ts';
import { startPostgres } from '../postgres-server.ts';

const CERTIFICATE = selfSigned('127.0.0.1');

/** Of its databases, `tls_alone` takes no connection without TLS, and `by_md5` and `by_password` ask by older methods. */
const RULES = `
hostssl tls_alone all 127.0.0.1/32 scram-sha-256
host by_md5 all 127.0.0.1/32 md5
host by_password all 127.0.0.1/32 password
host plain all 127.0.0.1/32 scram-sha-256
host postgres all 127.0.0.1/32 scram-sha-256
`;

function withTls(folder: string): void {
  const { uid, gid } = statSync(folder);
  for (const [name, content] of [
    ['server.crt', CERTIFICATE.cert],
    ['server.key', CERTIFICATE.key],
    ['pg_hba.conf', RULES],
  ] as const) {
    const path = join(folder, name);
    writeFileSync(path, content, { mode: 0o600 });
    // The server is another user when the tests run as root.
    if (statSync(path).uid !== uid) chownSync(path, uid, gid);
  }
}

/** What ends an opening: the one line of a fault, or the reason why it is tried again. */
async function outcomeOf(url: string): Promise<{ readonly fault: string } | { readonly retried: string }> {
  try {
    const store = await openStore({ kind: 'postgres', url });
    await store.close();
  } catch (error) {
    if (error instanceof ConfigError && error.faults.length === 1) return { fault: error.faults.join() };
    if (error instanceof AppError) return { retried: error.message };
    throw error;
  }
  throw new Error('it could be opened');
}

const given = inject('postgres');
const isOurs = 'url' in given && !process.env.TEST_DATABASE_URL;

describe.skipIf(!isOurs)('a Postgres that offers TLS', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  beforeAll(async () => {
    server = await startPostgres({ settings: { ssl: 'on' }, prepare: withTls });
    const client = new pg.Client(server.url);
    await client.connect();
    for (const name of ['tls_alone', 'by_md5', 'by_password', 'plain']) await client.query(`create database ${name}`);
    await client.end();
  });
  afterAll(() => server.stop());

  function urlOf(database: string, query = '', changes: object = {}): string {
    return Object.assign(new URL(server.url), { pathname: `/${database}`, search: query, ...changes }).href;
  }

  test('that takes nothing else says so to a connection without TLS, which no retry mends', async () => {
    expect(await outcomeOf(urlOf('tls_alone'))).toEqual({
      fault: expect.stringMatching(
        /^DATABASE_URL is refused by Postgres: its pg_hba\.conf .* without TLS; try sslmode=/,
      ),
    });
  });

  test('but has no rule for the database is no matter of TLS', async () => {
    expect(await outcomeOf(urlOf('of_nobody', 'sslmode=no-verify'))).toEqual({
      fault: expect.stringMatching(/^DATABASE_URL is refused by Postgres: its pg_hba\.conf .* from no such address$/),
    });
  });

  test.each(['require', 'prefer', 'verify-ca', 'verify-full'])(
    'whose certificate signs itself is refused with sslmode=%s, and the way out is named',
    async (mode) => {
      expect(await outcomeOf(urlOf('tls_alone', `sslmode=${mode}`))).toEqual({
        fault: expect.stringMatching(
          /certificate cannot be verified \(DEPTH_ZERO_SELF_SIGNED_CERT\); give its CA as sslro/,
        ),
      });
    },
  );

  test('is used with its CA, or unverified where that is said', async () => {
    const ca = join(temporaryFolder(), 'ca.pem');
    writeFileSync(ca, CERTIFICATE.cert);
    for (const query of [`sslmode=require&sslrootcert=${ca}`, 'sslmode=no-verify', 'ssl=no-verify']) {
      const store = await openStore({ kind: 'postgres', url: urlOf('tls_alone', query) });
      await store.check();
      await store.close();
    }
  });

  test('under another name than its certificate’s is rejected', async () => {
    const ca = join(temporaryFolder(), 'ca.pem');
    writeFileSync(ca, CERTIFICATE.cert);
    const url = urlOf('tls_alone', `sslmode=verify-full&sslrootcert=${ca}`, { hostname: 'localhost' });
    expect(await outcomeOf(url)).toEqual({ fault: expect.stringContaining('(ERR_TLS_CERT_ALTNAME_INVALID)') });
  });

  test.each([
    ['a folder', () => temporaryFolder(), /^DATABASE_URL names a file that cannot be read \(EISDIR\)$/],
    ['no file', () => '/nowhere.pem', /^DATABASE_URL names a file that cannot be read \(ENOENT\)$/],
    [
      'no certificate',
      () => import.meta.filename,
      /certificate cannot be verified|leads to no TLS connection \(ERR_OSSL/,
    ],
  ])('with an sslrootcert that is %s is a fault of the URL', async (_, file, fault) => {
    expect(await outcomeOf(urlOf('plain', `sslrootcert=${file()}`))).toEqual({ fault: expect.stringMatching(fault) });
  });

  test('with a mode that needs a CA and has none is a fault of the URL', async () => {
    expect(await outcomeOf(urlOf('plain', 'uselibpqcompat=true&sslmode=verify-ca'))).toEqual({
      fault: 'DATABASE_URL has parameters for TLS that do not fit each other',
    });
  });

  test.each(['plain', 'by_md5', 'by_password'])(
    'that asks for a password there is none of, for %s',
    async (database) => {
      expect(await outcomeOf(urlOf(database, '', { password: '' }))).toEqual({
        fault: 'DATABASE_URL has no password, and Postgres asks for one; add it: postgres://USER:PASSWORD@HOST/…',
      });
    },
  );

  test('that has another password', async () => {
    for (const database of ['plain', 'by_md5', 'by_password'])
      expect(await outcomeOf(urlOf(database, '', { password: 'hush-hush' }))).toEqual({
        fault: 'DATABASE_URL is refused by Postgres: wrong user or password',
      });
  });
});

describe.skipIf(!isOurs)('a Postgres without TLS', () => {
  test.each(['sslmode=require', 'sslmode=no-verify', 'ssl=true'])('is rejected by %s', async (query) => {
    const url = Object.assign(new URL('url' in given ? given.url : ''), { search: query }).href;
    expect(await outcomeOf(url)).toEqual({
      fault:
        'DATABASE_URL asks for TLS, which this Postgres does not offer; switch it on there, or set sslmode=disable',
    });
  });
});

/** A server that answers the first packet of a connection like this, and its address. */
async function answering(answer: (socket: Socket) => void, query = ''): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => answer(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `postgres://teller:hush-hush@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/db${query}`;
}

/** An ErrorResponse of Postgres. */
function errorAnswer(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mthe user teller hears hush-hush\0\0`);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(fields.length + 4);
  return Buffer.concat([Buffer.from('E'), length, fields]);
}

describe('a server that may come round', () => {
  test.each<[what: string, answer: (socket: Socket) => void, query: string, reason: string]>([
    ['is starting', (socket) => socket.end(errorAnswer('57P03')), '', 'it is starting or stopping (57P03)'],
    ['is full', (socket) => socket.end(errorAnswer('53300')), '', 'it has no connection left (53300)'],
    ['has some other error', (socket) => socket.end(errorAnswer('58000')), '', 'it answered 58000'],
    ['hangs up', (socket) => socket.end(), '', 'the connection was closed before an answer'],
    [
      'is no Postgres',
      (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      '',
      'the connection was closed before an answer',
    ],
    [
      'is no Postgres, asked for TLS',
      (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      '?sslmode=no-verify',
      'the answer to the request for TLS was not that of a Postgres',
    ],
  ])('%s: it is tried again, and the reason is told', async (_, answer, query, reason) => {
    const url = await answering(answer, query);
    expect(await outcomeOf(url)).toEqual({ retried: `cannot use Postgres at ${new URL(url).host}: ${reason}` });
  });

  test('has no such name', async () => {
    expect(await outcomeOf('postgres://teller:hush-hush@db.invalid/db')).toEqual({
      retried: expect.stringMatching(/^cannot use Postgres at db\.invalid:5432: (ENOTFOUND|EAI_AGAIN)$/),
    });
  });

  test('is a socket that is not there', async () => {
    expect(await outcomeOf('postgres:///db?host=/nowhere&user=teller&password=hush-hush')).toEqual({
      retried: 'cannot use Postgres at /nowhere: ENOENT',
    });
  });

  test('answers TLS with something else: that is no matter of waiting', async () => {
    const url = await answering((socket) => {
      socket.write('S');
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    }, '?sslmode=no-verify');
    expect(await outcomeOf(url)).toEqual({
      fault: expect.stringMatching(/^DATABASE_URL leads to no TLS connection \(E/),
    });
  });
});
