import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Engine } from '../../../src/store/clock.ts';
import { recordMigrations } from '../record-migrations.ts';
import { NINE, ROWS } from './rows.ts';

/* Writes the dumps of versions that have none yet. One that is there is never written again: it is what was released. */

/** As Kysely makes them beside the app's own. */
const KYSELY = [
  'create table "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null)',
  'create table "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null)',
  `insert into kysely_migration_lock values ('migration_lock', 0)`,
];

type Value = string | number | null;

/** Characters that no editor shows are written by their number. */
function toLiteral(engine: Engine, value: Value | undefined): string {
  if (typeof value !== 'string') return String(value ?? null);
  const call = engine === 'sqlite' ? 'char' : 'chr';
  const text = `'${value.replaceAll("'", "''")}'`;
  return text.replace(/\p{C}/gu, (one) => `'||${call}(${one.codePointAt(0)})||'`);
}

/** Table → its columns, in their order; the same on both engines. @param schema statements for SQLite */
function readColumns(schema: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const db = new DatabaseSync(':memory:');
  for (const statement of schema) db.exec(statement);
  const columns = Object.keys(ROWS).map((table) => {
    const found = db.prepare('select name from pragma_table_info(?)').all(table);
    return [table, found.map(({ name }) => String(name))] as const;
  });
  db.close();
  return new Map(columns.filter(([, names]) => names.length > 0));
}

function toInsert(engine: Engine, table: string, columns: readonly string[]): string {
  const rows = ROWS[table] ?? [];
  const values = rows.map((row) => `  (${columns.map((column) => toLiteral(engine, row[column])).join(', ')})`);
  return `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')}) values\n${values.join(',\n')}`;
}

const recorded = { sqlite: await recordMigrations('sqlite'), postgres: await recordMigrations('postgres') };
const names = [...recorded.sqlite.keys()];

for (const [n, name] of names.entries()) {
  const applied = names.slice(0, n + 1);
  const schemaOf = (engine: Engine) => applied.flatMap((one) => recorded[engine].get(one) ?? []);
  const columns = readColumns(schemaOf('sqlite'));
  for (const engine of ['sqlite', 'postgres'] as const) {
    const file = join(import.meta.dirname, engine, `${name}.sql`);
    if (existsSync(file)) continue;
    const statements = [
      ...KYSELY,
      ...schemaOf(engine),
      ...applied.map((one) => `insert into kysely_migration values ('${one}', '${new Date(NINE).toISOString()}')`),
      `update turns set taken_at = ${NINE}`,
      ...[...columns].map(([table, ofTable]) => toInsert(engine, table, ofTable)),
    ];
    const heading = `-- The store as the version had it whose newest migration is ${name}. Never changed afterwards.`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${heading}\n\n${statements.map((statement) => `${statement};\n`).join('')}`);
    process.stdout.write(`${engine}/${name}.sql\n`);
  }
}
