import { type Kysely, sql } from 'kysely';
import { ConfigError } from '../errors.ts';
import { FIRST_MIGRATION } from './migrations/all.ts';
import { type Schema, TABLES } from './schema.ts';

/** Kysely's list of what was applied, which any application on Kysely has. */
export const MIGRATIONS = 'kysely_migration';

/** What a database holds that says whose it is. */
export interface Holdings {
  /** The tables that may be another application's. Read before `applied`: the app may be making its own at this moment. */
  readonly tables: readonly string[];
  /** The names in Kysely's list; empty without one. */
  readonly applied: readonly string[];
}

/** @returns why a database is another application's; `undefined` for one of the app's, of whatever version, and for an empty one */
export function whyForeign({ tables, applied }: Holdings): string | undefined {
  if (applied.includes(FIRST_MIGRATION)) return undefined;
  if (applied.length > 0) return 'its migrations are not those of followstats';
  return tables.length > 0 ? `it holds tables that followstats did not make: ${listed(tables.toSorted())}` : undefined;
}

/**
 * Rejects a Postgres database of another application: nothing is to be made between its tables. Tables whose names are not ours may
 * stand there, as extensions and monitoring make them.
 * @throws {ConfigError} for a database of another application
 */
export async function rejectForeign(db: Kysely<Schema>): Promise<void> {
  const tables = await namesOf(
    db,
    sql`select name from json_array_elements_text(${JSON.stringify(Object.keys(TABLES))}::json) as name
      where to_regclass(name) is not null`,
  );
  const [list] = await namesOf(db, sql`select to_regclass(${MIGRATIONS})::text as name`);
  const applied = list ? await namesOf(db, sql`select name from ${sql.table(MIGRATIONS)}`) : [];
  const reason = whyForeign({ tables, applied });
  if (reason === undefined) return;
  throw new ConfigError([
    `DATABASE_URL leads to a database of another application (${reason}); give followstats an empty database of its own`,
  ]);
}

async function namesOf(db: Kysely<Schema>, query: ReturnType<typeof sql>): Promise<readonly string[]> {
  const { rows } = await (query as ReturnType<typeof sql<{ name: string | null }>>).execute(db);
  return rows.flatMap(({ name }) => (name === null ? [] : [name]));
}

const SHOWN = 3;
const listed = (names: readonly string[]): string =>
  names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more` : names.join(', ');
