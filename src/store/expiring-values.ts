import type { ExpiringValues } from '../followstats/expiring-values.ts';
import { type Context, later } from './clock.ts';

/** By the store's own clock, so that replicas whose clocks differ agree on what has expired. */
export function createExpiringValues({ db, clock }: Context): ExpiringValues {
  return {
    async add(key, value, ttlMs) {
      const made = { value, expires_at: later(clock, ttlMs) };
      const added = await db
        .insertInto('expiring_values')
        .values({ key, ...made })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet(made)
            .where((eb) => eb('expiring_values.expires_at', '<=', clock())),
        )
        .returning('key')
        .executeTakeFirst();
      return added !== undefined;
    },
    async set(key, value, ttlMs) {
      const made = { value, expires_at: later(clock, ttlMs) };
      await db
        .insertInto('expiring_values')
        .values({ key, ...made })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(made))
        .execute();
    },
    async get(key) {
      const row = await db
        .selectFrom('expiring_values')
        .select('value')
        .where('key', '=', key)
        .where('expires_at', '>', clock())
        .executeTakeFirst();
      return row?.value;
    },
    async remove(key) {
      await db.deleteFrom('expiring_values').where('key', '=', key).execute();
    },
    async prune() {
      const { numDeletedRows } = await db
        .deleteFrom('expiring_values')
        .where('expires_at', '<=', clock())
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
