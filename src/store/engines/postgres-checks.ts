import { sql } from 'kysely';
import type { Context } from '../clock.ts';
import { createExpiringValues } from '../subjects/expiring-values.ts';
import type { StoreChecks } from './store-checks.ts';

/** The key of the row that the checks write. */
export const CHECK_KEY = 'store-check';
const KEPT_MS = 60_000;

/** The checks of Postgres, which looks after its own log. The write is one row, the same for all replicas. */
export function createPostgresChecks(context: Context): StoreChecks {
  const values = createExpiringValues(context);
  return {
    async check() {
      await sql`select 1`.execute(context.db);
    },
    checkWrite: () => values.set(CHECK_KEY, '', KEPT_MS),
  };
}
