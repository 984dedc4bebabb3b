import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import { type Context, later } from '../clock.ts';

/** By the store's own clock, so that replicas whose clocks differ agree on what has expired. */
export function createExpiringValues({ db, clock }: Context): ExpiringValues {
  /** Always in the same order: two replicas that add the same keys in different orders would wait for each other. */
  function rowsOf(values: ReadonlyMap<string, string>, ttlMs: number) {
    return [...values.keys()]
      .sort()
      .map((key) => ({ key, value: values.get(key) ?? '', expires_at: later(clock, ttlMs) }));
  }

  async function addAll(values: ReadonlyMap<string, string>, ttlMs: number): Promise<ReadonlySet<string>> {
    if (values.size === 0) return new Set();
    const added = await db
      .insertInto('expiring_values')
      .values(rowsOf(values, ttlMs))
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet((eb) => ({ value: eb.ref('excluded.value'), expires_at: eb.ref('excluded.expires_at') }))
          .where((eb) => eb('expiring_values.expires_at', '<=', clock())),
      )
      .returning('key')
      .execute();
    return new Set(added.map(({ key }) => key));
  }

  async function setAll(values: ReadonlyMap<string, string>, ttlMs: number): Promise<void> {
    if (values.size === 0) return;
    await db
      .insertInto('expiring_values')
      .values(rowsOf(values, ttlMs))
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet((eb) => ({ value: eb.ref('excluded.value'), expires_at: eb.ref('excluded.expires_at') })),
      )
      .execute();
  }

  return {
    addAll,
    add: async (key, value, ttlMs) => (await addAll(new Map([[key, value]]), ttlMs)).has(key),
    set: (key, value, ttlMs) => setAll(new Map([[key, value]]), ttlMs),
    setAll,
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
    async removeAll(keys) {
      if (keys.length === 0) return;
      await db
        .deleteFrom('expiring_values')
        .where('key', 'in', [...keys].sort())
        .execute();
    },
    async under(beginning) {
      const rows = await db
        .selectFrom('expiring_values')
        .select(['key', 'value'])
        .where('key', '>=', beginning)
        .where('key', '<', after(beginning))
        .where('expires_at', '>', clock())
        .execute();
      return new Map(rows.map(({ key, value }) => [key, value]));
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

/** What comes after all texts that begin so, by bytes, as keys are sorted: a `like` would read the whole table. */
function after(beginning: string): string {
  return beginning.slice(0, -1) + String.fromCharCode(beginning.charCodeAt(beginning.length - 1) + 1);
}
