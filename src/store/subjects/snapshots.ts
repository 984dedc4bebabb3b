import { sql } from 'kysely';
import type { Snapshot, Snapshots } from '../../followstats/reports/snapshots.ts';
import type { AccountId, FollowCounts } from '../../followstats/types.ts';
import type { Context } from '../clock.ts';
import { chunks, type SnapshotRow, toSnapshot } from './snapshot-rows.ts';
import { createSnapshotsOverTime } from './snapshots-over-time.ts';
import { createThinSnapshots } from './thin-snapshots.ts';

const HOUR_MS = 3_600_000;
/** Accounts of one statement: five parameters each, and SQLite takes 32,766. */
const CHUNK = 500;

/** An account at a time, Unix milliseconds. */
type Moment = readonly [account: AccountId, at: number];

/** Keeps readings of accounts, thinned out as they get older. */
export function createSnapshots(context: Context): Snapshots {
  const { db } = context;

  /**
   * The snapshot of each account that `edge` picks among those that stand in this relation to the account's own moment. Two index
   * reads an account.
   */
  async function pick(asked: readonly Moment[], edge: 'min' | 'max', relation: '<' | '<=' | '>=') {
    const found = new Map<AccountId, Snapshot>();
    for (const chunk of chunks(asked, CHUNK)) {
      const { rows } = await sql<SnapshotRow>`
        with asked(account, at) as (values ${valuesOf(chunk)}), picked(account, read_at) as (
          select account, (
            select ${sql.raw(edge)}(one.read_at) from snapshots as one
            where one.account = asked.account and one.read_at ${sql.raw(relation)} asked.at
          ) from asked
        )
        select snapshots.* from picked
        join snapshots on snapshots.account = picked.account and snapshots.read_at = picked.read_at`.execute(db);
      for (const row of rows) found.set(row.account, toSnapshot(row));
    }
    return found;
  }

  async function drop(moments: readonly Moment[]): Promise<void> {
    if (moments.length === 0) return;
    await sql`delete from snapshots where (account, read_at) in (values ${valuesOf(moments)})`.execute(db);
  }

  const before = (accounts: readonly AccountId[], at: number) => pick(atMoment(accounts, at), 'max', '<=');

  return {
    async record(found) {
      for (const chunk of chunks([...found], CHUNK)) {
        const newest = Math.max(...chunk.map(([, { readAt }]) => readAt));
        const last = await before(
          chunk.map(([account]) => account),
          newest,
        );
        const fresh = chunk.filter(([account, now]) => !isKnown(now, last.get(account)));
        if (fresh.length === 0) continue;
        await db
          .insertInto('snapshots')
          .values(fresh.map(([account, { readAt, ...counts }]) => ({ account, read_at: readAt, ...counts })))
          .onConflict((conflict) => conflict.columns(['account', 'read_at']).doNothing())
          .execute();
        const unchanged = fresh.flatMap(([account, now]): Moment[] => {
          const same = last.get(account);
          return same && isSame(now, same) ? [[account, same.readAt]] : [];
        });
        const first = await pick(unchanged, 'max', '<');
        const now = new Map(fresh);
        await drop(unchanged.filter(([account]) => isWithinHour(now.get(account), first.get(account))));
      }
    },
    before,
    firstSince: (accounts, at) => pick(atMoment(accounts, at), 'min', '>='),
    ...createSnapshotsOverTime(context),
    thin: createThinSnapshots(context),
  };
}

const atMoment = (accounts: readonly AccountId[], at: number): readonly Moment[] =>
  accounts.map((account) => [account, at]);

/** As rows of SQL; Postgres has to know the type of a number there. */
function valuesOf(moments: readonly Moment[]) {
  return sql.join(moments.map(([account, at]) => sql`(${account}, cast(${at} as bigint))`));
}

/** Whether the last reading says the same, and of no earlier time. */
function isKnown(now: Snapshot, last: Snapshot | undefined): boolean {
  return last !== undefined && isSame(now, last) && now.readAt <= last.readAt;
}

function isSame(one: FollowCounts, other: FollowCounts): boolean {
  return one.followers === other.followers && one.following === other.following && one.mutual === other.mutual;
}

/** Whether both are of one hour, and say the same. */
function isWithinHour(now: Snapshot | undefined, earlier: Snapshot | undefined): boolean {
  return now !== undefined && earlier !== undefined && isSame(now, earlier) && now.readAt - earlier.readAt < HOUR_MS;
}
