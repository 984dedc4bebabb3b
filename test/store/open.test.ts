import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { createMigrations } from '../../src/store/migrations/all.ts';
import { openDatabase, openStore, type StoreOptions } from '../../src/store/open.ts';
import { openPatiently } from '../../src/store/open-patiently.ts';
import { freePort } from '../free-port.ts';
import { ADMIN, accounts, readAudit } from './contracts/askers.ts';
import { describeEngines, describePostgres } from './engines.ts';
import { openNew, temporaryFolder } from './new-store.ts';

const NAMES = accounts('alice', 'bob');
const TEAM = 'team' as never;

async function faultOf(opening: Promise<unknown>): Promise<string> {
  const error: unknown = await opening.catch((reason: unknown) => reason);
  if (error instanceof ConfigError) return error.faults.join('\n');
  throw error;
}

async function open(options: StoreOptions) {
  const database = await openDatabase(options);
  onTestFinished(() => database.close());
  return database.db;
}

describeEngines('a store', (newStore) => {
  test('what was written is there after it was closed and opened again', async () => {
    const options = await newStore();
    const first = await openStore(options);
    await first.lists.create(TEAM, NAMES, ADMIN);
    await first.close();
    const again = await openStore(options);
    onTestFinished(() => again.close());
    expect((await again.lists.read([TEAM])).get(TEAM)?.accounts).toEqual(NAMES);
    expect(await readAudit(again.audit)).toHaveLength(1);
  });

  test('once closed, and closed again, it rejects everything', async () => {
    const store = await openNew(newStore);
    await store.check();
    await store.close();
    await store.close();
    await expect(store.check()).rejects.toThrow();
    await expect(store.grants.all()).rejects.toThrow();
  });

  test('an entry of the audit log cannot be changed, nor deleted within a day, by any statement', async () => {
    const options = await newStore();
    const db = await open(options);
    await sql`insert into audit values ('1', ${Date.now()}, 'help', 'U1', '', 'allowed', '{}')`.execute(db);
    await expect(sql`update audit set actor = 'U2'`.execute(db)).rejects.toThrow(/audit entries cannot be changed/);
    await expect(sql`delete from audit`.execute(db)).rejects.toThrow(/kept for a day at least/);
    expect(await db.selectFrom('audit').select('actor').execute()).toEqual([{ actor: 'U1' }]);
  });

  test('a change that fails in the middle leaves nothing, its audit entry neither', async () => {
    const store = await openNew(newStore);
    await expect(store.lists.create(TEAM, [undefined as never], ADMIN)).rejects.toThrow();
    expect(await store.lists.all()).toEqual([]);
    expect(await readAudit(store.audit)).toEqual([]);
  });

  test('a store that a newer version made is rejected with one sentence', async () => {
    const options = await newStore();
    const { db, close } = await openDatabase(options);
    await sql`insert into kysely_migration values ('2999-01-later', '2999-01-01T00:00:00.000Z')`.execute(db);
    await close();
    expect(await faultOf(openStore(options))).toMatch(/^the store was made by a newer version/);
  });
});

describe('the embedded store', () => {
  test('its folder is made for its user alone, and every write is synced before it is acknowledged', async () => {
    const folder = join(temporaryFolder(), 'deep', 'data');
    const db = await open({ kind: 'sqlite', folder });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const { rows } = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db);
    expect(rows).toEqual([{ journal_mode: 'wal' }]);
    expect((await sql<{ synchronous: number }>`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
  });

  test('a folder that is in use is rejected with one sentence, and nothing of it is harmed', async () => {
    const options: StoreOptions = { kind: 'sqlite', folder: temporaryFolder() };
    const store = await openStore(options);
    await store.lists.create(TEAM, NAMES, ADMIN);
    expect(await faultOf(openStore(options))).toMatch(/^DATA_DIR is in use by another process; [^\n]+$/);
    await store.lists.add(TEAM, accounts('carol'), ADMIN);
    await store.close();
    const again = await openNew(async () => options);
    expect((await again.lists.read([TEAM])).get(TEAM)?.accounts).toEqual(['alice', 'bob', 'carol']);
  });

  test('a file that is no store is rejected with one sentence, left as it is, and its folder free again', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'followstats.db');
    const options: StoreOptions = { kind: 'sqlite', folder };
    writeFileSync(file, 'not a database, but dear to somebody'.repeat(40));
    for (let turn = 0; turn < 2; turn += 1)
      expect(await faultOf(openStore(options))).toBe(
        'followstats.db in DATA_DIR is damaged, or no store of this app (file is not a database); put a backup in its place',
      );
    expect(readFileSync(file, 'utf8')).toMatch(/^not a database/);
  });

  test('a DATA_DIR where no folder can be made is rejected with one sentence, too', async () => {
    const folder = join(temporaryFolder(), 'file', 'data', 'deeper');
    writeFileSync(join(folder, '..', '..'), '');
    expect(await faultOf(openStore({ kind: 'sqlite', folder }))).toMatch(/^DATA_DIR is not a folder .*ENOTDIR/);
  });

  test('a DATA_DIR that is a file is rejected with one sentence', async () => {
    const folder = join(temporaryFolder(), 'file');
    writeFileSync(folder, '');
    chmodSync(folder, 0o600);
    expect(await faultOf(openStore({ kind: 'sqlite', folder }))).toMatch(/^DATA_DIR is not a folder .*EEXIST/);
  });
});

describePostgres('replicas', (newStore) => {
  test('three that start at once on an empty database migrate it once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const options = await newStore();
      const stores = await Promise.all([1, 2, 3].map(() => openNew(async () => options)));
      await Promise.all(stores.map((store, n) => store.links.link(`U${n}`, NAMES[0] as never, ADMIN)));
      for (const store of stores) expect(await store.links.all()).toHaveLength(3);
      const db = await open(options);
      const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
      expect(rows.map(({ name }) => name)).toEqual(Object.keys(createMigrations('postgres')));
    }
  });

  test('a wrong password or database is a fault of DATABASE_URL; neither is repeated', async () => {
    const options = await newStore();
    const url = 'url' in options ? options.url : '';
    const wrong = (part: object) => openStore({ kind: 'postgres', url: Object.assign(new URL(url), part).href });
    expect(await faultOf(wrong({ password: 'of-nobody' }))).toBe(
      'DATABASE_URL is refused by Postgres: wrong user or password',
    );
    expect(await faultOf(wrong({ pathname: '/nowhere' }))).toBe('DATABASE_URL names a database that does not exist');
    const withOption = (option: string) => wrong({ search: `?options=${encodeURIComponent(`-c ${option}`)}` });
    expect(await faultOf(withOption('moon=full'))).toBe('DATABASE_URL sets an option that this Postgres does not know');
    expect(await faultOf(withOption('lock_timeout=moon'))).toBe(
      'DATABASE_URL sets an option to a value that this Postgres does not take',
    );
    expect(await faultOf(withOption('search_path=moon'))).toBe(
      'DATABASE_URL leads to no schema in which tables can be made; check its search_path',
    );
  });

  test('a Postgres that is not there is named by its host, without user or password', async () => {
    const opening = openStore({ kind: 'postgres', url: 'postgres://teller:hush@127.0.0.1:1/db' });
    const error: unknown = await opening.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: 'cannot use Postgres at 127.0.0.1:1: ECONNREFUSED' });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/teller|hush/);
  });
});

describePostgres('a Postgres that starts later than the app', (newStore) => {
  test('is waited for, and what is said of it names no user or password', async () => {
    const options = await newStore();
    const target = new URL('url' in options ? options.url : '');
    const port = await freePort();
    const url = Object.assign(new URL(target), { host: `127.0.0.1:${port}` }).href;
    const told: string[] = [];
    let relay: Server | undefined;
    const store = await openPatiently(
      { kind: 'postgres', url },
      {
        signal: new AbortController().signal,
        firstWaitMs: 1,
        onWait: (reason) => {
          told.push(reason);
          relay ??= createServer((socket) => {
            const upstream = connect(Number(target.port), target.hostname);
            pipeline(socket, upstream, () => {});
            pipeline(upstream, socket, () => {});
          }).listen(port, '127.0.0.1');
        },
      },
    );
    expect(told[0]).toBe(`cannot use Postgres at 127.0.0.1:${port}: ECONNREFUSED`);
    await store.check();
    await store.close();
    relay?.close();
  });

  test('is no longer waited for once the signal aborts', async () => {
    const stop = new AbortController();
    const opening = openPatiently(
      { kind: 'postgres', url: 'postgres://teller:hush@127.0.0.1:1/db' },
      { signal: stop.signal, onWait: () => stop.abort(new Error('stopped')) },
    );
    await expect(opening).rejects.toThrow('stopped');
  });

  test('is not waited for where the configuration is at fault', async () => {
    const options = await newStore();
    const url = Object.assign(new URL('url' in options ? options.url : ''), { password: 'of-nobody' }).href;
    const waits: string[] = [];
    const opening = openPatiently(
      { kind: 'postgres', url },
      { signal: new AbortController().signal, onWait: (reason) => waits.push(reason) },
    );
    expect(await faultOf(opening)).toMatch(/^DATABASE_URL is refused/);
    expect(waits).toEqual([]);
  });
});
