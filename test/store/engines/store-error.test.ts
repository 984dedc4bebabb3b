import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { toStoreError } from '../../../src/store/engines/store-error.ts';
import { openDatabase } from '../../../src/store/open.ts';
import type { Database } from '../../../src/store/schema.ts';
import { ADMIN } from '../contracts/askers.ts';
import { administer, describeEngines, describePostgres } from '../engines.ts';
import { type NewStore, openNew, temporaryFolder } from '../new-store.ts';
import { snapshotsOf } from '../snapshots-of.ts';

async function open(newStore: NewStore): Promise<Database> {
  const database = await openDatabase(await newStore());
  onTestFinished(() => database.close());
  return database.db;
}

const errorOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);
const unavailable = (reason: string) =>
  expect.objectContaining({ failure: { code: 'store_unavailable' }, message: `the store failed: ${reason}` });

test.each([
  ['Query read timeout', 'no answer in time'],
  ['Connection terminated unexpectedly', 'the connection was closed before an answer'],
  ['something new about hush-hush', 'no reason given'],
])('what the driver says without a code, %j, is told by what it means', (message, reason) => {
  expect(toStoreError(new Error(message))).toEqual(unavailable(reason));
});

describeEngines('a store', (newStore) => {
  test.each(['select nonsense', "insert into turns values ('lists', 0)"])(
    'a statement that is wrong is a bug: %s',
    async (statement) => {
      const error = await errorOf(sql.raw(statement).execute(await open(newStore)));
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(AppError);
    },
  );
});

describe('the embedded store', () => {
  const newStore: NewStore = async () => ({ kind: 'sqlite', folder: temporaryFolder() });

  test('that has no room left is unavailable, and keeps nothing of a change that failed in the middle', async () => {
    const db = await open(newStore);
    await sql`pragma max_page_count = 1`.execute(db);
    const big = 'x'.repeat(1_000_000);
    const change = db.transaction().execute(async (trx) => {
      await sql`insert into links values ('U1', 'alice', 'U2', 0)`.execute(trx);
      await sql`insert into links values ('U2', ${big}, 'U2', 0)`.execute(trx);
    });
    expect(await errorOf(change)).toEqual(unavailable("SQLite's 13 (database or disk is full)"));
    expect(await db.selectFrom('links').selectAll().execute()).toEqual([]);
  });
});

describePostgres('Postgres', (newStore) => {
  test('that is gone is unavailable to whatever is asked, without a word of the driver’s', async () => {
    const options = await newStore();
    const store = await openNew(async () => options);
    const { pathname } = new URL('url' in options ? options.url : '');
    await administer(`drop database ${pathname.slice(1)} with (force)`);
    for (const asked of [
      () => store.grants.all(),
      () => store.links.link('U1', 'alice' as never, ADMIN),
      () => store.lists.read(['vip' as never]),
      () => Array.fromAsync(store.audit.read(0)),
      () => snapshotsOf(store, 'alice'),
      () => store.snapshots.at(['alice' as never], [1], 1),
      () => store.check(),
    ])
      expect(await errorOf(asked())).toEqual(unavailable('3D000'));
  });

  test('that breaks off between two statements of a change is unavailable, and the process lives on', async () => {
    const db = await open(newStore);
    const change = db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await administer(`select pg_terminate_backend(${rows[0]?.pid}, 10000)`);
      for (let turn = 0; turn < 100; turn += 1) await setImmediate();
      await trx.selectFrom('links').selectAll().execute();
    });
    expect(await errorOf(change)).toMatchObject({ failure: { code: 'store_unavailable' } });
    expect(await db.selectFrom('links').selectAll().execute()).toEqual([]);
  });
});
