import { expect, test } from 'vitest';
import type { Engine } from '../../src/store/clock.ts';
import type { StoreOptions } from '../../src/store/open.ts';
import { loadDump, readDump, VERSIONS } from './dumps/dumps.ts';
import { EXPECTED, WITHOUT } from './dumps/expected.ts';
import { NINE } from './dumps/rows.ts';
import { describeEngines } from './engines.ts';
import { type NewStore, openNew } from './new-store.ts';
import { readAll } from './read-all.ts';
import { readSql } from './write-sql.ts';

/** Every row of the tables that a version had, as they are. */
async function readRows(options: StoreOptions, version: string) {
  const tables = [...readDump(options.kind, version).matchAll(/create table (\w+)/g)].map(([, table]) => table);
  const rows = new Map<unknown, readonly object[]>();
  for (const table of tables) rows.set(table, await readSql(options, `select * from ${table} order by 1, 2`));
  return rows;
}

const SCHEMA: Readonly<Record<Engine, string>> = {
  sqlite: `select name, replace(replace(sql, char(10), ''), ' ', '') as sql from sqlite_schema
    where sql is not null order by name`,
  postgres: `
    select 'column ' || table_name || '.' || column_name as name,
      concat_ws(' ', ordinal_position, data_type, is_nullable, column_default, collation_name) as what
    from information_schema.columns where table_schema = 'public'
    union all select 'index ' || indexname, indexdef from pg_indexes where schemaname = 'public'
    union all select 'constraint ' || conname || conrelid::regclass, pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace
    union all select 'trigger ' || tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'function ' || proname, prosrc from pg_proc where pronamespace = 'public'::regnamespace
    order by 1`,
};

/** What a database is made of, in the engine's own words. */
const readSchema = (options: StoreOptions) => readSql(options, SCHEMA[options.kind]);

const newSchemas = new Map<NewStore, ReturnType<typeof readSchema>>();
function schemaOfNew(newStore: NewStore) {
  const read = async () => {
    const options = await newStore();
    await openNew(async () => options);
    return readSchema(options);
  };
  const schema = newSchemas.get(newStore) ?? read();
  newSchemas.set(newStore, schema);
  return schema;
}

describeEngines('a store of an older version', (newStore) => {
  test.each(VERSIONS)('of %s keeps every row and what it means, and becomes like a new one', async (version) => {
    const options = await newStore();
    await loadDump(options, version);
    const before = await readRows(options, version);
    const store = await openNew(
      async () => options,
      () => NINE + 1,
    );

    const expected = Object.entries(EXPECTED).map(([subject, { since, holds }]) => {
      return [subject, since <= version ? holds : WITHOUT[subject as keyof typeof WITHOUT]];
    });
    expect(await readAll(store)).toEqual(Object.fromEntries(expected));

    const after = await readRows(options, version);
    // A table that grew has more columns; locks of subjects that are new come to those that were there.
    const isOld = (row: object) => !('taken_at' in row) || Number(row.taken_at) === NINE;
    for (const [table, rows] of before) {
      const left = after.get(table)?.filter(isOld);
      expect(left?.slice(0, rows.length), String(table)).toMatchObject(rows);
      expect(left, String(table)).toHaveLength(table === 'kysely_migration' ? VERSIONS.length : rows.length);
    }
    expect(await readSchema(options)).toEqual(await schemaOfNew(newStore));
  });
});
