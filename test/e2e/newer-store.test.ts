import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { StoreOptions } from '../../src/store/open.ts';
import { loadDump, VERSIONS } from '../store/dumps/dumps.ts';
import { ROWS } from '../store/dumps/rows.ts';
import { describeEngines } from '../store/engines.ts';
import { readSql, writeSql } from '../store/write-sql.ts';
import { createProcessWorld } from './process-world.ts';

/** What a newer version may have made: tables and a migration that this one doesn't know. */
const NEWER = [
  'create table of_2031 (one integer)',
  'alter table lists add column colour text',
  "insert into kysely_migration values ('2031-01-colours', '2031-01-01T00:00:00.000Z')",
];

async function readRows(options: StoreOptions) {
  const tables = [...Object.keys(ROWS), 'turns', 'of_2031', 'kysely_migration', 'kysely_migration_lock'];
  return Promise.all(tables.map((table) => readSql(options, `select * from ${table}`)));
}

/** The bytes of the embedded store, and what else is in its folder but the lock. */
function readFolder(options: StoreOptions) {
  if (options.kind !== 'sqlite') return undefined;
  const names = readdirSync(options.folder).filter((name) => name !== 'lock.db');
  return names.map((name) => [name, readFileSync(join(options.folder, name), 'base64')]);
}

describeEngines('a store of a newer version', (newStore) => {
  test('ends the start with one sentence and exit 78, and is left as it was', async () => {
    const options = await newStore();
    await loadDump(options, VERSIONS.at(-1) as string);
    await writeSql(options, ...NEWER, ...(options.kind === 'sqlite' ? ['pragma journal_mode = wal'] : []));
    const before = { rows: await readRows(options), folder: readFolder(options) };

    const world = await createProcessWorld();
    onTestFinished(world.close);
    const app = world.start(
      'http',
      options.kind === 'sqlite' ? { DATA_DIR: options.folder } : { DATABASE_URL: options.url },
    );
    expect(await app.ended).toBe(78);
    expect(app.stderr()).toBe(
      'followstats: the store was made by a newer version of the app; start that version, or go back to a backup\n',
    );
    expect({ rows: await readRows(options), folder: readFolder(options) }).toEqual(before);
  });
});
