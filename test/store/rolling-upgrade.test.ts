import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openPostgres } from '../../src/store/engines/postgres.ts';
import { createMigrations } from '../../src/store/migrations/all.ts';
import { loadDump, readDump, VERSIONS } from './dumps/dumps.ts';
import { describePostgres } from './engines.ts';
import { openNew } from './new-store.ts';

/** Table → the columns that make a row of it another one, each with what another one has there. */
const ANOTHER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  grants: { id: 'id || $1', subject_id: 'subject_id || $1' },
  links: { person_id: 'person_id || $1' },
  lists: { name: 'name || $1' },
  list_accounts: { account: 'account || $1' },
  audit: { id: 'id || $1' },
  snapshots: { read_at: 'read_at + $1::bigint' },
  rate: { budget: 'budget || $1' },
  digests: { id: 'id + 9000 + $1::bigint' },
  digest_runs: { id: 'id || $1', slot: 'slot + $1::bigint' },
  expiring_values: { key: 'key || $1' },
  learned_bursts: { command: 'command || $1' },
  homes: { person_id: 'person_id || $1' },
  follow_events: { at: 'at + $1::bigint' },
  hearing_spans: { id: 'id || $1' },
  joining_curves: { account: 'account || $1' },
  watches: { id: 'id + 9000 + $1::bigint' },
  watch_states: { account: 'account || $1' },
  watch_alerts: { id: 'id || $1', slot: 'slot + $1::bigint' },
};

/** Table → the columns that a version knows of it, as its dump writes them. */
function columnsOf(version: string): ReadonlyMap<string, readonly string[]> {
  const inserts = readDump('postgres', version).matchAll(/^insert into (\w+) \("([^)]+)"\) values\n/gm);
  return new Map([...inserts].map(([, table = '', columns = '']) => [table, columns.split('", "')]));
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

/** An app of a version: it names the columns that it knows, and its statements fail where those are gone or not enough. */
async function openOldApp(url: string, version: string) {
  const client = new pg.Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  let round = 0;

  /** Adds a row to each of its tables, changes all and reads them. @returns how many there are, by table */
  async function work(): Promise<ReadonlyMap<string, number>> {
    round += 1;
    const counts = new Map<string, number>();
    for (const [table, columns] of columnsOf(version)) {
      const values = columns.map((name) => ANOTHER[table]?.[name] ?? `"${name}"`).join(', ');
      const one = `select * from ${table} order by ${quoted(columns.slice(0, 2))} limit 1`;
      const insert = `insert into ${table} (${quoted(columns)}) select ${values} from (${one}) as one`;
      await client.query(insert, [`${round}`]);
      // Entries of the audit are never changed.
      if (table !== 'audit') await client.query(`update ${table} set "${columns[0]}" = "${columns[0]}"`);
      const { rows } = await client.query(`select ${quoted(columns)} from ${table}`);
      counts.set(table, rows.length);
    }
    return counts;
  }
  return { work };
}

const PAIRS = VERSIONS.slice(1).map((version, n) => [VERSIONS[n] as string, version] as const);

describePostgres('while a new version upgrades the database', (newStore) => {
  test.each(PAIRS)('an app of %s goes on reading and writing, as %s is applied and after it', async (before, after) => {
    const options = await newStore();
    const url = 'url' in options ? options.url : '';
    await loadDump(options, before);
    const oldApp = await openOldApp(url, before);
    const first = await oldApp.work();

    const db = new Kysely<unknown>({ dialect: openPostgres(url).dialect });
    onTestFinished(() => db.destroy());
    const migrator = new Migrator({ db, provider: { getMigrations: async () => createMigrations('postgres') } });
    const migrating = migrator.migrateTo(after);
    let rounds = 0;
    let isOver = false;
    const working = (async () => {
      do {
        await oldApp.work();
        rounds += 1;
      } while (!isOver);
    })();
    expect(await migrating).toMatchObject({ results: [{ migrationName: after, status: 'Success' }] });
    isOver = true;
    await working;

    const last = await oldApp.work();
    for (const [table, count] of first) expect(last.get(table), table).toBe(count + rounds + 1);
    // The newest app reads what the old one wrote meanwhile.
    const store = await openNew(async () => options);
    expect((await store.digests.all()).unreadable).toEqual([]);
    expect((await store.lists.all()).length).toBe(last.get('lists'));
    expect((await store.grants.all()).length).toBe(last.get('grants'));
  });
});
