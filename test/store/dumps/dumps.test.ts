import { describe, expect, test } from 'vitest';
import { createMigrations } from '../../../src/store/migrations/all.ts';
import { recordMigrations } from '../record-migrations.ts';
import { readDump, VERSIONS } from './dumps.ts';
import { ROWS } from './rows.ts';

const asOneLine = (sql: string) => sql.replace(/\s+/g, ' ').trim();

/** What a dump says that isn't Kysely's own and no row. */
function schemaOf(dump: string): string {
  const [, statements = ''] = dump.split("('migration_lock', 0);");
  return asOneLine(statements.split('insert into kysely_migration values')[0] ?? '');
}

test('every version has its dump; `npm run dumps` writes one that is missing', () => {
  expect(VERSIONS).toEqual(Object.keys(createMigrations('sqlite')));
});

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  test.each(VERSIONS)('the migrations up to %s make what they made when it was released', async (version) => {
    const migrations = [...(await recordMigrations(engine))].filter(([name]) => name <= version);
    const today = migrations.flatMap(([, statements]) => statements).map((statement) => `${statement};`);
    expect(schemaOf(readDump(engine, version))).toBe(asOneLine(today.join(' ')));
  });

  test('every table of the newest version has rows in its dump', () => {
    const dump = readDump(engine, VERSIONS.at(-1) as string);
    const made = [...dump.matchAll(/create table (\w+)/g)].map(([, table]) => table as string);
    expect(made.filter((table) => table !== 'turns').toSorted()).toEqual(Object.keys(ROWS).toSorted());
    for (const table of made) expect(dump).toContain(`insert into ${table} `);
  });
});
