import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Check } from '../../../src/cli/doctor/check.ts';
import { openDatabase, openStore, type StoreOptions } from '../../../src/store/open.ts';
import { examineStore } from '../../../src/store/upkeep/examine-store.ts';
import { ADMIN } from '../../store/contracts/askers.ts';
import { daily, HOUR, MINUTE, NINE, START } from '../../store/contracts/digest-scene.ts';
import { describeEngines, describePostgres } from '../../store/engines.ts';
import type { NewStore } from '../../store/new-store.ts';
import { checkOf, createScene, type Environment, troubleOf } from './doctor-scene.ts';
import { used } from './faults-of-store.ts';

describeEngines('a store', (newStore) => {
  test('that the app has used takes a write, and is left as it was', async () => {
    const { examine, options } = await storeScene(newStore);
    await used(options);
    const [before, checks] = [await rowsOf(options), await examine()];
    expect(troubleOf(checks)).toEqual({});
    expect(checkOf(checks, 'store').what).toMatch(
      /^The store takes a synced write within \d+ ms \((SQLite|Postgres) [\d.]+\)\.$/,
    );
    expect(checkOf(checks, 'digests').what).toBe('No post of a digest is overdue.');
    expect(await rowsOf(options)).toEqual(before);
    await used(options);
  });

  test('of an older version is fine, and isn’t migrated', async () => {
    const { examine, options } = await storeScene(newStore);
    await used(options);
    await change(options, sql`delete from kysely_migration where name = (select max(name) from kysely_migration)`);
    expect(checkOf(await examine(), 'store')).toMatchObject({
      status: 'ok',
      what: expect.stringContaining('up to date'),
    });
    expect(checkOf(await examine(), 'store').what).toContain('up to date');
  });

  test('of a newer version is a failure', async () => {
    const { examine, options } = await storeScene(newStore);
    await used(options);
    await change(options, sql`insert into kysely_migration (name, timestamp) values ('2099-01-future', 'x')`);
    const checks = await examine();
    expect(troubleOf(checks)).toEqual({ store: 'fail' });
    expect(checkOf(checks, 'store')).toMatchObject({
      what: expect.stringMatching(/newer version/),
      fix: expect.stringMatching(/backup/),
    });
  });

  test.each([
    [14 * MINUTE, undefined],
    [20 * MINUTE, 'warn'],
    [4 * HOUR, 'fail'],
  ] as const)('with a digest that is late by %d ms', async (lateMs, status) => {
    const { options, scene } = await storeScene(newStore);
    const now = () => NINE + lateMs;
    const store = await openStore({ ...options, now: () => START });
    await store.digests.create(daily, ADMIN);
    await store.close();
    const checks = await scene.examine(envOf(options), { examine: (store) => examineStore({ ...store, now }) });
    expect(troubleOf(checks)).toEqual(status ? { digests: status } : {});
  });
});

describePostgres('a store', (newStore) => {
  test.each([
    [
      'with a wrong password',
      (url: URL) => Object.assign(url, { password: 'hunter2hunter2' }),
      /wrong user or password/,
      /DATABASE_URL/,
    ],
    ['that isn’t there', (url: URL) => Object.assign(url, { pathname: '/nobody' }), /does not exist/, /DATABASE_URL/],
    ['at a closed port', (url: URL) => Object.assign(url, { port: '1' }), /ECONNREFUSED/, /Start Postgres/],
    [
      'under a name of nobody',
      (url: URL) => Object.assign(url, { hostname: 'nobody.invalid' }),
      /cannot use Postgres at nobody\.invalid/,
      /Start Postgres/,
    ],
    [
      'with TLS that it doesn’t offer',
      (url: URL) => Object.assign(url, { search: '?sslmode=require' }),
      /asks for TLS/,
      /DATABASE_URL/,
    ],
    [
      'that is read only',
      (url: URL) => Object.assign(url, { search: '?options=-c%20default_transaction_read_only%3Don' }),
      /takes no writes/,
      /Start Postgres|DATABASE_URL/,
    ],
  ] as const)('%s', async (_name, change, what, fix) => {
    const { options, scene } = await storeScene(newStore);
    await used(options);
    const url = change(new URL(options.kind === 'postgres' ? options.url : ''));
    const checks = await scene.examine({ DATABASE_URL: url.href });
    expect(troubleOf(checks)).toEqual({ store: 'fail' });
    expect(checkOf(checks, 'store').what).toMatch(what);
    expect(checkOf(checks, 'store').fix).toMatch(fix);
    expect(checkOf(checks, 'digests').status).toBe('skip');
  });

  test('that is empty is proved by a table that is taken back', async () => {
    const { examine, options } = await storeScene(newStore);
    expect(checkOf(await examine(), 'store')).toMatchObject({
      status: 'ok',
      what: expect.stringMatching(/is empty and can be written/),
    });
    await used(options);
  });
});

function envOf(options: StoreOptions): Environment {
  return options.kind === 'postgres' ? { DATABASE_URL: options.url } : { DATA_DIR: options.folder };
}

async function storeScene(newStore: NewStore) {
  const [scene, options] = await Promise.all([createScene(), newStore()]);
  return { scene, options, examine: (): Promise<readonly Check[]> => scene.examine(envOf(options)) };
}

async function withDatabase<Result>(
  options: StoreOptions,
  work: (db: Kysely<never>) => Promise<Result>,
): Promise<Result> {
  const { db, close } = await openDatabase(options);
  try {
    return await work(db as unknown as Kysely<never>);
  } finally {
    await close();
  }
}

const change = (options: StoreOptions, statement: ReturnType<typeof sql>) =>
  withDatabase(options, (db) => statement.execute(db));

const rowsOf = (options: StoreOptions) =>
  withDatabase(options, async (db) => (await sql`select name from kysely_migration order by name`.execute(db)).rows);
