import { sql } from 'kysely';
import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import type { Database } from '../schema.ts';
import type { StoreChecks } from './store-checks.ts';

/** The key of the row that the checks write. */
export const CHECK_KEY = 'store-check';
const KEPT_MS = 60_000;

/** Makes the checks of Postgres, which looks after its own log. What they write is one row, the same for all replicas. */
export function createPostgresChecks(db: Database, values: Pick<ExpiringValues, 'set'>): StoreChecks {
  return {
    async check() {
      await sql`select 1`.execute(db);
    },
    checkWrite: () => values.set(CHECK_KEY, '', KEPT_MS),
  };
}
