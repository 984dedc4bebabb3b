import { sql } from 'kysely';
import type { Snapshot, Snapshots } from '../../followstats/reports/snapshots.ts';
import type { AccountId } from '../../followstats/types.ts';
import { nextTurn } from '../../timers.ts';
import type { Context } from '../clock.ts';
import { chunks, type SnapshotRow, toSnapshot } from './snapshot-rows.ts';

/**
 * Moments of one statement that are looked for at a time, and rows that are read at a time: the embedded store works on the app's
 * own thread.
 */
const MOMENTS = 500;
const PAGE = 500;

/** Reads what accounts had over time. */
export function createSnapshotsOverTime({ db }: Pick<Context, 'db'>): Pick<Snapshots, 'at' | 'pages'> {
  /** `place`: of the instant. Two index reads for each account and instant. */
  async function readAt(accounts: readonly AccountId[], instants: readonly number[], maxAgeMs: number) {
    const places = sql.join(instants.map((at, place) => sql`(${sql.lit(place)}, cast(${at} as bigint))`));
    const { rows } = await sql<SnapshotRow & { readonly place: number }>`
      with asked(account) as (values ${sql.join(accounts.map((account) => sql`(${account})`))}),
      instants(place, at) as (values ${places}),
      picked(account, place, read_at) as (
        select account, place, (
          select max(one.read_at) from snapshots as one
          where one.account = asked.account and one.read_at <= instants.at
            and one.read_at > instants.at - cast(${maxAgeMs} as bigint)
        ) from asked cross join instants
      )
      select picked.place, snapshots.* from picked
      join snapshots on snapshots.account = picked.account and snapshots.read_at = picked.read_at`.execute(db);
    return rows;
  }

  return {
    async at(accounts, instants, maxAgeMs) {
      const found = new Map<AccountId, (Snapshot | undefined)[]>();
      for (const chunk of chunks(accounts, Math.max(1, Math.floor(MOMENTS / instants.length)))) {
        const readings = new Map(
          chunk.map((account) => [account, instants.map((): Snapshot | undefined => undefined)]),
        );
        for (const { place, ...row } of await readAt(chunk, instants, maxAgeMs)) {
          const own = readings.get(row.account);
          if (own) own[place] = toSnapshot(row);
        }
        for (const [account, own] of readings) if (own.some((one) => one !== undefined)) found.set(account, own);
        // Awaiting SQLite alone would let nothing else run in between.
        await nextTurn();
      }
      return found;
    },
    async *pages(accounts, { since, until }) {
      for (const account of accounts) {
        let from = since;
        for (;;) {
          const rows = await db
            .selectFrom('snapshots')
            .selectAll()
            .where('account', '=', account)
            .where('read_at', '>=', from)
            .where('read_at', '<=', until)
            .orderBy('read_at')
            .limit(PAGE)
            .execute();
          if (rows.length > 0) yield rows.map((row) => ({ account: row.account, ...toSnapshot(row) }));
          await nextTurn();
          const last = rows.at(-1);
          if (!last || rows.length < PAGE) break;
          from = last.read_at + 1;
        }
      }
    },
  };
}
