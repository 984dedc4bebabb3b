import {
  type Dialect,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Engine } from '../../src/store/clock.ts';
import { createMigrations } from '../../src/store/migrations/all.ts';

const DIALECTS: Readonly<Record<Engine, Dialect>> = {
  sqlite: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  postgres: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
};

/** What each migration does, as SQL, in the order of the migrations; no database is asked. */
export async function recordMigrations(engine: Engine): Promise<ReadonlyMap<string, readonly string[]>> {
  const recorded = new Map<string, readonly string[]>();
  for (const [name, migration] of Object.entries(createMigrations(engine))) {
    const statements: string[] = [];
    const db = new Kysely<unknown>({
      dialect: DIALECTS[engine],
      log: ({ query }) => {
        statements.push(query.sql);
      },
    });
    await migration.up(db);
    recorded.set(name, statements);
  }
  return recorded;
}
