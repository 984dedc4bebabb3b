import type { InsertObject } from 'kysely';
import { ConfigError } from '../../errors.ts';
import { CHECK_KEY } from '../engines/postgres-checks.ts';
import { openDatabase, type StoreOptions } from '../open.ts';
import type { Database, Schema } from '../schema.ts';
import { openFile } from './read-only.ts';

/** Table → what it holds, in words; those that others point at come first. */
export const COPIED = {
  grants: 'grants',
  links: 'links',
  lists: 'lists',
  list_accounts: 'accounts of lists',
  audit: 'audit entries',
  digests: 'digests',
  digest_runs: 'runs of digests',
  watches: 'watches',
  watch_states: 'readings of watches',
  watch_alerts: 'alerts of watches',
  snapshots: 'snapshots',
  expiring_values: 'values of buttons',
  homes: 'open Home tabs',
  follow_events: 'follow events',
  hearing_spans: 'times of webhooks',
  joining_curves: 'joining curves',
} as const satisfies Partial<Record<keyof Schema, string>>;

/** Tables of the moment: every store has its own. A burst that was learned is learned again within a few bursts. */
export const LEFT = ['turns', 'rate', 'learned_bursts'] as const satisfies readonly (keyof Schema)[];

type Copied = keyof typeof COPIED;

/** Rows of one statement; a row has 21 columns at most, and Postgres takes 65,535 parameters. */
const CHUNK = 1000;

/**
 * Moves what the embedded store holds into an empty Postgres, all or nothing. The app must be stopped: the copy takes its lock.
 * @returns how many there are of what
 * @throws {ConfigError} when there is no store, it is in use, or Postgres holds something already
 */
export async function copyStore(
  from: Extract<StoreOptions, { kind: 'sqlite' }>,
  to: Extract<StoreOptions, { kind: 'postgres' }>,
): Promise<ReadonlyMap<string, number>> {
  openFile(from.folder).close();
  const source = await openDatabase(from);
  try {
    const target = await openDatabase(to);
    try {
      return await target.db.transaction().execute((trx) => copyAll(source.db, trx));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyAll(source: Database, target: Database): Promise<ReadonlyMap<string, number>> {
  // All that the app leaves in an empty Postgres when it is started there before the copy.
  await target.deleteFrom('expiring_values').where('key', '=', CHECK_KEY).execute();
  const copied = new Map<string, number>();
  for (const table of Object.keys(COPIED) as Copied[]) {
    if ((await count(target, table)) > 0)
      throw new ConfigError([`DATABASE_URL holds ${COPIED[table]} already; copy into an empty database`]);
    await copyTable(source, target, table);
    const [there, here] = [await count(source, table), await count(target, table)];
    if (there !== here) throw new Error(`${here} of ${there} ${COPIED[table]} arrived; nothing was copied`);
    copied.set(COPIED[table], here);
  }
  return copied;
}

async function copyTable(source: Database, target: Database, table: Copied): Promise<void> {
  let chunk: InsertObject<Schema, Copied>[] = [];
  const flush = async () => {
    if (chunk.length > 0) await target.insertInto(table).values(chunk).execute();
    chunk = [];
  };
  for await (const row of source.selectFrom(table).selectAll().stream()) {
    if (chunk.push(row as InsertObject<Schema, Copied>) >= CHUNK) await flush();
  }
  await flush();
}

async function count(db: Database, table: Copied): Promise<number> {
  const { rows } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return rows;
}
