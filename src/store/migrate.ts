import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { ConfigError } from '../errors.ts';
import type { Engine } from './clock.ts';
import { MIGRATIONS, rejectForeign } from './foreign-database.ts';
import { createMigrations } from './migrations/all.ts';
import type { Database } from './schema.ts';

/**
 * Brings the tables up to date, forward only. Replicas may do so at once: one applies, the others wait.
 * @throws {ConfigError} when a newer version of the app has been here, or a Postgres is another application's
 */
export async function migrate(db: Database, engine: Engine): Promise<void> {
  // The embedded store's file is looked at before it is opened to be written.
  if (engine === 'postgres') await rejectForeign(db);
  const migrations = createMigrations(engine);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  // Where no table could be made there is no list of migrations either; then the first error is the one to throw.
  const applied = await readApplied(db).catch(() => []);
  const unknown = applied.filter((name) => !migrations[name]);
  if (unknown.length === 0) throw error;
  throw new ConfigError([
    'the store was made by a newer version of the app; start that version, or go back to a backup',
  ]);
}

/** How a store's tables stand to this version of the app. `none`: it has none yet. */
export type SchemaAge = 'none' | 'older' | 'current' | 'newer';

/** Compares the tables with what this version knows, and changes nothing */
export async function readSchemaAge(db: Database, engine: Engine): Promise<SchemaAge> {
  if (!(await hasTable(db, engine, MIGRATIONS))) return 'none';
  const known = Object.keys(createMigrations(engine));
  const applied = await readApplied(db);
  if (applied.length === 0) return 'none';
  if (applied.some((name) => !known.includes(name))) return 'newer';
  return applied.length < known.length ? 'older' : 'current';
}

/** Whether there is such a table, in Postgres where the names of ours lead. */
export async function hasTable(db: Database, engine: Engine, name: string): Promise<boolean> {
  const query =
    engine === 'sqlite'
      ? sql<{ found: unknown }>`select 1 as found from sqlite_schema where name = ${name}`
      : sql<{ found: unknown }>`select to_regclass(${name}) as found`;
  const { rows } = await query.execute(db);
  return (rows[0]?.found ?? null) !== null;
}

async function readApplied(db: Database): Promise<readonly string[]> {
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return rows.map(({ name }) => name);
}
