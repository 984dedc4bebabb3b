import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { readBy } from '../../../src/store/engines/prompt-reads.ts';
import { createDialect } from '../../../src/store/engines/sqlite.ts';
import type { Schema } from '../../../src/store/schema.ts';
import { onWatchTables } from '../../../src/store/watches/watch-tables.ts';

/** Two databases that say which they are, the second of which is read. */
function scene() {
  const [work, reads] = ['work', 'reads'].map((name) => {
    const database = new DatabaseSync(':memory:');
    database.exec(`create table homes (person_id text); insert into homes values ('${name}')`);
    database.exec(`create table watches (form_id text); insert into watches values ('${name}')`);
    database.function('pg_notify', () => name);
    const db = new Kysely<Schema>({ dialect: createDialect(database) });
    onTestFinished(() => db.destroy());
    return db;
  });
  if (!(work && reads)) throw new Error('both are made above');
  readBy(work, reads);
  return work;
}

const whoReads = (db: Kysely<Schema>) => db.selectFrom('homes').select('person_id').executeTakeFirst();
const whoReadsWatches = (db: Kysely<Schema>) =>
  onWatchTables(db).selectFrom('digests').select('form_id').executeTakeFirst();

test('plain reads go by their own way, those in the place of other tables and in SQL of our own too', async () => {
  const db = scene();
  expect(await whoReads(db)).toEqual({ person_id: 'reads' });
  expect(await whoReadsWatches(db)).toEqual({ form_id: 'reads' });
  expect((await sql`with one as (select person_id from homes) select * from one`.execute(db)).rows).toEqual([
    { person_id: 'reads' },
  ]);
});

test('what writes stays, and so do notices and all of a transaction', async () => {
  const db = scene();
  expect((await sql`select pg_notify() as by`.execute(db)).rows).toEqual([{ by: 'work' }]);
  expect(await db.updateTable('homes').set({ person_id: 'written' }).returning('person_id').execute()).toHaveLength(1);
  await db.transaction().execute(async (trx) => {
    expect(await whoReads(trx)).toEqual({ person_id: 'written' });
    expect(await whoReadsWatches(trx)).toEqual({ form_id: 'work' });
  });
});
