import { sql } from 'kysely';
import type { Snapshots } from '../../followstats/reports/snapshots.ts';
import type { AccountId } from '../../followstats/types.ts';
import { nextTurn } from '../../timers.ts';
import type { Context } from '../clock.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Kept hour by hour for so long, day by day after, and no longer than the second. */
const HOURLY_FOR_MS = 30 * DAY_MS;
const DAILY_FOR_MS = 730 * DAY_MS;
/** Accounts thinned at a time: the embedded store works on the app's own thread. */
const THIN_CHUNK = 50;

/** Drops what its age makes needless: `Snapshots` says what stays. */
export function createThinSnapshots({ db, clock }: Context): Snapshots['thin'] {
  const deleteOf = (accounts: readonly AccountId[]) => db.deleteFrom('snapshots').where('account', 'in', accounts);

  /** Keeps the last snapshot of each hour (or day, by `spanMs`) that ended more than `ageMs` ago, and drops the others of it. */
  async function thinTo(spanMs: number, ageMs: number, accounts: readonly AccountId[]): Promise<number> {
    const span = sql.lit(spanMs);
    const { numDeletedRows } = await deleteOf(accounts)
      .where('read_at', '<', sql<number>`(${clock()} - ${sql.lit(ageMs)}) / ${span} * ${span}`)
      .where(
        sql<boolean>`exists (
          select 1 from snapshots as later
          where later.account = snapshots.account and later.read_at > snapshots.read_at
            and later.read_at < (snapshots.read_at / ${span} + 1) * ${span})`,
      )
      .executeTakeFirst();
    return Number(numDeletedRows);
  }

  /** An account that was read at all stays known by its newest snapshot. */
  async function dropOlderThan(ageMs: number, accounts: readonly AccountId[]): Promise<number> {
    const { numDeletedRows } = await deleteOf(accounts)
      .where('read_at', '<', sql<number>`${clock()} - ${sql.lit(ageMs)}`)
      .where(
        sql<boolean>`exists (
          select 1 from snapshots as later
          where later.account = snapshots.account and later.read_at > snapshots.read_at)`,
      )
      .executeTakeFirst();
    return Number(numDeletedRows);
  }

  return async () => {
    let dropped = 0;
    let last = '' as AccountId;
    for (;;) {
      const rows = await db
        .selectFrom('snapshots')
        .select('account')
        .distinct()
        .where('account', '>', last)
        .orderBy('account')
        .limit(THIN_CHUNK)
        .execute();
      const accounts = rows.map(({ account }) => account);
      if (accounts.length === 0) return dropped;
      dropped += await dropOlderThan(DAILY_FOR_MS, accounts);
      dropped += await thinTo(HOUR_MS, 0, accounts);
      dropped += await thinTo(DAY_MS, HOURLY_FOR_MS, accounts);
      last = accounts.at(-1) as AccountId;
      // Awaiting SQLite alone would let nothing else run in between.
      await nextTurn();
    }
  };
}
