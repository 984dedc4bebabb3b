import { type RawBuilder, sql } from 'kysely';
import type { Snapshot, Snapshots } from '../../followstats/reports/snapshots.ts';
import type { AccountId } from '../../followstats/types.ts';
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

type Row = Schema['snapshots'];

/** Keeps readings of accounts, thinned out as they get older. */
export function createSnapshots({ db, clock }: Context): Snapshots {
  /** The snapshot of each account that `edge` picks among those the condition allows. Two index reads an account. */
  async function pick(accounts: readonly AccountId[], edge: 'min' | 'max', allowed: RawBuilder<unknown>) {
    const found = new Map<AccountId, Snapshot>();
    for (const chunk of chunks(accounts, CHUNK)) {
      const asked = sql.join(chunk.map((account) => sql`(${account})`));
      const { rows } = await sql<Row>`
        with asked(account) as (values ${asked}), picked(account, read_at) as (
          select account, (
            select ${sql.raw(edge)}(one.read_at) from snapshots as one
            where one.account = asked.account and one.read_at ${allowed}
          ) from asked
        )
        select snapshots.* from picked
        join snapshots on snapshots.account = picked.account and snapshots.read_at = picked.read_at`.execute(db);
      for (const row of rows) found.set(row.account, toSnapshot(row));
    }
    return found;
  }

  const before = (accounts: readonly AccountId[], at: number) => pick(accounts, 'max', sql`<= ${at}`);

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
        const rows = chunk.flatMap(([account, { readAt, ...counts }]) =>
          isKnown({ ...counts, readAt }, last.get(account)) ? [] : [{ account, read_at: readAt, ...counts }],
        );
        if (rows.length === 0) continue;
        await db
          .insertInto('snapshots')
          .values(rows)
          .onConflict((conflict) => conflict.columns(['account', 'read_at']).doNothing())
          .execute();
      }
    },
    before,
    firstSince: (accounts, at) => pick(accounts, 'min', sql`>= ${at}`),
    async history(account, since) {
      const rows = await db
        .selectFrom('snapshots')
        .selectAll()
        .where('account', '=', account)
        .where('read_at', '>=', since)
        .orderBy('read_at')
        .execute();
      return rows.map(toSnapshot);
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

function isKnown(now: Snapshot, last: Snapshot | undefined): boolean {
  return (
    last !== undefined &&
    now.readAt - last.readAt < HOUR_MS &&
    now.followers === last.followers &&
    now.following === last.following &&
    now.mutual === last.mutual
  );
}

function* chunks<Item>(items: readonly Item[], size: number): Iterable<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
