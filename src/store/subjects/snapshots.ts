import { sql } from 'kysely';
import type { AccountSnapshot, Snapshot, Snapshots } from '../../followstats/reports/snapshots.ts';
import type { AccountId, FollowCounts } from '../../followstats/types.ts';
import { nextTurn } from '../../timers.ts';
import type { Context } from '../clock.ts';
import type { Schema } from '../schema.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Kept hour by hour for so long, day by day after. */
const HOURLY_FOR_MS = 30 * DAY_MS;
/** Accounts of one statement: five parameters each, and SQLite takes 32,766. */
const CHUNK = 500;
/** Accounts thinned at a time: the embedded store works on the app's own thread. */
const THIN_CHUNK = 50;
/** Moments of one statement that are looked for at a time, and rows that are read at a time, for the same reason. */
const MOMENTS = 500;
const PAGE = 500;

type Row = Schema['snapshots'];
/** An account at a time, Unix milliseconds. */
type Moment = readonly [account: AccountId, at: number];

/** Keeps readings of accounts, thinned out as they get older. */
export function createSnapshots({ db, clock }: Context): Snapshots {
  /**
   * The snapshot of each account that `edge` picks among those that stand in this relation to the account's own moment. Two index
   * reads an account.
   */
  async function pick(asked: readonly Moment[], edge: 'min' | 'max', relation: '<' | '<=' | '>=') {
    const found = new Map<AccountId, Snapshot>();
    for (const chunk of chunks(asked, CHUNK)) {
      const { rows } = await sql<Row>`
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

  /** `place`: of the instant. Two index reads for each account and instant. */
  async function readAt(accounts: readonly AccountId[], instants: readonly number[], maxAgeMs: number) {
    const places = sql.join(instants.map((at, place) => sql`(${sql.lit(place)}, cast(${at} as bigint))`));
    const { rows } = await sql<Row & { readonly place: number }>`
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

  async function drop(moments: readonly Moment[]): Promise<void> {
    if (moments.length === 0) return;
    await sql`delete from snapshots where (account, read_at) in (values ${valuesOf(moments)})`.execute(db);
  }

  const before = (accounts: readonly AccountId[], at: number) => pick(atMoment(accounts, at), 'max', '<=');

  /** Keeps the last snapshot of each hour (or day, by `spanMs`) that ended more than `ageMs` ago, and drops the others of it. */
  async function thinTo(spanMs: number, ageMs: number, accounts: readonly AccountId[]): Promise<number> {
    const span = sql.lit(spanMs);
    const { numDeletedRows } = await db
      .deleteFrom('snapshots')
      .where('account', 'in', accounts)
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
          if (rows.length > 0) yield rows.map(toAccountSnapshot);
          await nextTurn();
          const last = rows.at(-1);
          if (!last || rows.length < PAGE) break;
          from = last.read_at + 1;
        }
      }
    },
    async thin() {
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
        dropped += await thinTo(HOUR_MS, 0, accounts);
        dropped += await thinTo(DAY_MS, HOURLY_FOR_MS, accounts);
        last = accounts.at(-1) as AccountId;
        // Awaiting SQLite alone would let nothing else run in between.
        await nextTurn();
      }
    },
  };
}

function toSnapshot({ read_at: readAt, followers, following, mutual }: Row): Snapshot {
  return { followers, following, mutual, readAt };
}

const toAccountSnapshot = (row: Row): AccountSnapshot => ({ account: row.account, ...toSnapshot(row) });

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

function* chunks<Item>(items: readonly Item[], size: number): Iterable<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
