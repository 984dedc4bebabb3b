import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { expect, test } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import { examineStore } from '../../src/store/upkeep/examine-store.ts';
import { describeEngines, describePostgres } from './engines.ts';

/** As Kysely makes them, for whichever application. */
const LIST = 'create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)';
const LOCK = 'create table kysely_migration_lock (id varchar(255) primary key, is_locked integer not null default 0)';
const appliedOf = (...names: readonly string[]) =>
  names.map((name) => `insert into kysely_migration values ('${name}', '')`);

/** Does something in a database that no app has opened. @returns what it holds, to be compared */
async function prepare(options: StoreOptions, statements: readonly string[]): Promise<() => Promise<unknown>> {
  if (options.kind === 'sqlite') {
    mkdirSync(options.folder, { recursive: true });
    const file = join(options.folder, 'followstats.db');
    const database = new DatabaseSync(file);
    for (const statement of statements) database.exec(statement);
    database.close();
    return async () => readFileSync(file);
  }
  const run = async (...queries: readonly string[]) => {
    const client = new pg.Client(options.url);
    await client.connect();
    let rows: unknown;
    for (const query of queries) ({ rows } = await client.query(query));
    await client.end();
    return rows;
  };
  await run(...statements);
  return () => run("select table_name from information_schema.tables where table_schema = 'public' order by 1");
}

const faultOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof ConfigError ? error.faults.join('\n') : error),
  );

describeEngines('a database of another application', (newStore) => {
  test.each<readonly [what: string, reason: string, statements: readonly string[]]>([
    [
      'that is made with Kysely',
      'its migrations are not those of followstats',
      [LIST, LOCK, 'create table recipes (name text)', ...appliedOf('001_recipes', '002_cooks')],
    ],
    [
      'that is made with Kysely and has tables named like ours',
      'its migrations are not those of followstats',
      [LIST, LOCK, 'create table lists (name text)', ...appliedOf('001_lists')],
    ],
    [
      'whose list of migrations is empty',
      'it holds tables that followstats did not make: audit, lists',
      [LIST, LOCK, 'create table audit (id text)', 'create table lists (name text)'],
    ],
    [
      'that is made without Kysely and has a table named like ours',
      'it holds tables that followstats did not make: lists',
      ['create table lists (name text)'],
    ],
  ])('%s is left as it is, and the sentence says why and what to do', async (_, reason, statements) => {
    const options = await newStore();
    const read = await prepare(options, statements);
    const before = await read();
    const sentence =
      options.kind === 'sqlite'
        ? `followstats.db in DATA_DIR is damaged, or no store of this app (${reason}); put a backup in its place`
        : `DATABASE_URL leads to a database of another application (${reason}); give followstats an empty database of its own`;
    expect(await faultOf(openStore(options))).toBe(sentence);
    expect(await faultOf(examineStore(options))).toBe(sentence);
    expect(await read()).toEqual(before);
  });

  test('one of the app itself is taken at any age, also where no migration was applied yet', async () => {
    const options = await newStore();
    await prepare(options, [LIST, LOCK]);
    for (let turn = 0; turn < 2; turn += 1) await (await openStore(options)).close();
  });
});

describePostgres('a database', (newStore) => {
  test('with tables of extensions beside ours is taken', async () => {
    const options = await newStore();
    await prepare(options, ['create table spatial_ref_sys (srid integer)']);
    await (await openStore(options)).close();
  });
});
