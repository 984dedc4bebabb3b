import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recordMigrations } from '../record-migrations.ts';

/** Statement, as the README of the migrations has it → whether one is such a statement, and harms no older version. */
const ALLOWED: Readonly<Record<string, (sql: string, isNew: (table: string) => boolean) => boolean>> = {
  'create table': (sql) => /^create table \w+ \(/.test(sql),
  'alter table … add column': (sql) =>
    /^alter table \w+ add column \w+ [^,]*$/.test(sql) &&
    (!/\bnot null\b/.test(sql) || /\bdefault\b/.test(sql)) &&
    !/\b(?:unique|check|references|generated|primary)\b/.test(sql),
  'create index': (sql, isNew) => {
    const [, unique, table = ''] = /^create (unique )?index \w+ on (\w+) \(/.exec(sql) ?? [];
    return table !== '' && (!unique || isNew(table));
  },
  'insert into turns': (sql) => /^insert into turns \(subject, taken_at\) values/.test(sql),
};

/** The statements of a migration that might break an app of the version before. */
function breaking(statements: readonly string[]): readonly string[] {
  const made = new Set(statements.map((sql) => /^create table (\w+)/.exec(sql)?.[1]));
  return statements.filter(
    (sql) => !Object.values(ALLOWED).some((isAllowed) => isAllowed(sql, (table) => made.has(table))),
  );
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  test('every migration but the first only adds, so that a replica of the version before can go on', async () => {
    // Before the first there was no version; it also guards the audit by triggers.
    const [, ...migrations] = await recordMigrations(engine);
    expect(migrations.flatMap(([name, statements]) => breaking(statements).map((sql) => `${name}: ${sql}`))).toEqual(
      [],
    );
  });
});

test.each([
  'drop table lists',
  'alter table lists drop column by',
  'alter table lists rename to groups',
  'alter table lists rename column by to who',
  'alter table lists add column colour text not null',
  'alter table lists add column colour text unique',
  'alter table lists add column colour text check (colour <> name)',
  'alter table lists alter column by drop default',
  'create unique index lists_by on lists (by)',
  'create trigger kept before delete on lists begin select 1; end',
  "update lists set by = ''",
  'delete from lists',
  "insert into lists values ('a', 'b', 1)",
])('`%s` would break one, and is found', (sql) => {
  expect(breaking([sql])).toEqual([sql]);
});

test('a unique index is allowed on a table that is new with it, a column with a default on an old one', () => {
  expect(breaking(['create table one (name text)', 'create unique index one_name on one (name)'])).toEqual([]);
  expect(breaking(["alter table lists add column colour text not null default 'red'"])).toEqual([]);
});

test('the README of the migrations lists what is allowed', () => {
  const readme = readFileSync(new URL('../../../src/store/migrations/README.md', import.meta.url), 'utf8');
  const rows = readme.matchAll(/^\| `([^`]+)`.* \| .+ \|$/gm);
  expect([...rows].map(([, statement]) => statement)).toEqual(Object.keys(ALLOWED));
});
