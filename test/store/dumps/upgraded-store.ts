import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, type StoreOptions } from '../../../src/store/open.ts';
import { createPostgres, describePostgres } from '../engines.ts';
import { type NewStore, temporaryFolder } from '../new-store.ts';
import { writeSql } from '../write-sql.ts';
import { loadDump } from './dumps.ts';
import { ROWS } from './rows.ts';

/** Those that others point at come last. */
const EMPTYING = Object.keys(ROWS)
  .toReversed()
  .map((table) => `delete from ${table}`);

/** Runs tests over both engines on stores that were upgraded from a version, and emptied then. */
export function describeUpgraded(version: string, tests: (newStore: NewStore) => void): void {
  describe(`upgraded from ${version}, on SQLite`, () => tests(upgradedSqlite(version)));
  describePostgres(`upgraded from ${version},`, () => tests(upgradedPostgres(version)));
}

/** Upgrades with all rows in it, since that is what could go wrong. */
async function upgrade(options: StoreOptions, version: string): Promise<void> {
  await loadDump(options, version);
  const store = await openStore(options);
  await store.close();
}

/** Each test has a copy of the one that was upgraded. */
function upgradedSqlite(version: string): NewStore {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-upgraded-'));
  beforeAll(async () => {
    await upgrade({ kind: 'sqlite', folder }, version);
    await writeSql({ kind: 'sqlite', folder }, ...EMPTYING);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return async () => {
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    return { kind: 'sqlite', folder: copy };
  };
}

/** All tests have the same one after the other, since making a database takes longer than most of them. */
function upgradedPostgres(version: string): NewStore {
  let database: Awaited<ReturnType<typeof createPostgres>>;
  beforeAll(async () => {
    database = await createPostgres();
    await upgrade(database.options, version);
  });
  afterAll(() => database.drop());
  return async () => {
    // The audit's own trigger keeps what is younger than a day.
    const [off, on] = ['disable', 'enable'].map((act) => `alter table audit ${act} trigger audit_kept`) as [
      string,
      string,
    ];
    await writeSql(database.options, ['begin', off, ...EMPTYING, on, 'commit'].join('; '));
    return database.options;
  };
}
