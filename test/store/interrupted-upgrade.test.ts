import { expect, test } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { createMigrations } from '../../src/store/migrations/all.ts';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import { ADMIN } from './contracts/askers.ts';
import { loadDump, VERSIONS } from './dumps/dumps.ts';
import { EXPECTED } from './dumps/expected.ts';
import { describeEngines, describePostgres } from './engines.ts';
import { killUpgrade } from './kill-upgrade.ts';
import { newSqlite, openNew } from './new-store.ts';
import { readAll } from './read-all.ts';
import { readSql } from './write-sql.ts';

const OLDEST = VERSIONS[0] as string;

async function appliedTo(options: StoreOptions): Promise<readonly unknown[]> {
  const rows = await readSql(options, 'select name from kysely_migration order by name');
  return rows.map(({ name }) => name);
}

/** Of the subjects that the oldest version knows. */
async function expectAllThere(options: StoreOptions): Promise<void> {
  const store = await openNew(async () => options);
  const { grants, links, lists, audit, history, counts } = await readAll(store);
  for (const [subject, found] of Object.entries({ grants, links, lists, audit, history, counts }))
    expect(found).toEqual(EXPECTED[subject as keyof typeof EXPECTED].holds);
  expect(await appliedTo(options)).toEqual(Object.keys(createMigrations(options.kind)));
}

describeEngines('an upgrade', (newStore) => {
  // In the middle of a migration, and before the last is recorded.
  test.each(['create table hearing_spans', 'create index watch_alerts_to_tell'])(
    'that is killed after `%s` leaves the old version, and goes through the next time',
    async (statement) => {
      const options = await newStore();
      await loadDump(options, OLDEST);
      expect(await killUpgrade(options, statement)).toBe('SIGKILL');
      expect(await appliedTo(options)).toEqual([OLDEST]);
      await expectAllThere(options);
    },
  );
});

describePostgres('an upgrade', (newStore) => {
  test('that three replicas begin at once is done once, and all three go on', async () => {
    const options = await newStore();
    await loadDump(options, OLDEST);
    const stores = await Promise.all([1, 2, 3].map(() => openNew(async () => options)));
    await Promise.all(stores.map(({ lists }, n) => lists.create(`new-${n}` as never, [], ADMIN)));
    for (const { lists } of stores) expect(await lists.all()).toHaveLength(5);
    expect(await appliedTo(options)).toEqual(Object.keys(createMigrations('postgres')));
  });
});

test('of two processes that want to upgrade one embedded store, one gets it and the other is rejected', async () => {
  const options = await newSqlite();
  await loadDump(options, OLDEST);
  const opened = await Promise.allSettled([openStore(options), openStore(options)]);
  for (const one of opened) if (one.status === 'fulfilled') await one.value.close();
  expect(opened.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(opened[1]).toMatchObject({ reason: expect.any(ConfigError) });
  await expectAllThere(options);
});
