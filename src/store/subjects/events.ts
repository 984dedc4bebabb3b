import { type Selectable, sql } from 'kysely';
import type { CameAndLeft, EventPeriod, Events, FollowEvent } from '../../followstats/events/ports.ts';
import type { AccountId } from '../../followstats/types.ts';
import { nextTurn } from '../../timers.ts';
import type { Context } from '../clock.ts';
import type { CountsSignal } from '../counts-signal.ts';
import type { Schema } from '../schema.ts';
import { inTransaction } from '../transaction.ts';
import { chunks } from './snapshot-rows.ts';

/** Events of one statement: four parameters each, and SQLite takes 32,766. */
const CHUNK = 1000;
const PAGE = 500;
const EVER: EventPeriod = { after: Number.MIN_SAFE_INTEGER, until: Number.MAX_SAFE_INTEGER };

type Row = Selectable<Schema['follow_events']>;

/** Keeps follow events; the notice to other replicas is part of the transaction, so that nothing is kept without it. */
export function createEvents(context: Context, signal: Pick<CountsSignal, 'announce' | 'callListeners'>): Events {
  const { db, clock } = context;

  return {
    async record(events) {
      if (events.length === 0) return 0;
      const accounts = new Set(events.flatMap(({ follower, account }) => [follower, account]));
      const added = await inTransaction(context, async (inside) => {
        let count = 0;
        for (const chunk of chunks(toRows(events), CHUNK)) {
          const { numInsertedOrUpdatedRows } = await inside.db
            .insertInto('follow_events')
            .values(chunk)
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirstOrThrow();
          count += Number(numInsertedOrUpdatedRows);
        }
        await signal.announce(inside.db, accounts);
        return count;
      });
      signal.callListeners(accounts, 'here');
      return added;
    },
    async between(periods) {
      const found = new Map<AccountId, CameAndLeft>();
      for (const chunk of chunks([...periods], PAGE)) {
        const asked = chunk.map(
          ([account, { after, until }]) => sql`(${account}, cast(${after} as bigint), cast(${until} as bigint))`,
        );
        const { rows } = await sql<{ account: AccountId; came: number; departed: number }>`
          with asked(account, after_at, until_at) as (values ${sql.join(asked)})
          select asked.account as account, sum(case when kind = 'follow' then 1 else 0 end) as came,
            sum(case when kind = 'unfollow' then 1 else 0 end) as departed
          from asked join follow_events on follow_events.account = asked.account
            and follow_events.at > asked.after_at and follow_events.at <= asked.until_at
          group by asked.account`.execute(db);
        for (const { account, came, departed } of rows)
          found.set(account, { came: Number(came), left: Number(departed) });
      }
      return found;
    },
    async *pages(account, { after, until }) {
      let last: Row | undefined;
      for (;;) {
        const query = db
          .selectFrom('follow_events')
          .selectAll()
          .where('account', '=', account)
          .where('at', '<=', until)
          .orderBy('at')
          .orderBy('follower')
          .orderBy('kind')
          .limit(PAGE);
        const rows = await (last
          ? query.where(sql<boolean>`(at, follower, kind) > (${last.at}, ${last.follower}, ${last.kind})`)
          : query.where('at', '>', after)
        ).execute();
        const events = toEvents(rows);
        if (events.length > 0) yield events;
        if (rows.length < PAGE) return;
        last = rows.at(-1);
        // Awaiting SQLite alone would let nothing else run in between.
        await nextTurn();
      }
    },
    async last(account, count, period) {
      const { after, until } = period ?? EVER;
      const kind = period?.kind;
      const rows = await db
        .selectFrom('follow_events')
        .selectAll()
        .where('account', '=', account)
        .where('at', '>', after)
        .where('at', '<=', until)
        .$if(kind !== undefined, (query) => query.where('kind', '=', kind as FollowEvent['kind']))
        .orderBy('at', 'desc')
        .orderBy('follower', 'desc')
        .orderBy('kind', 'desc')
        .limit(count)
        .execute();
      return toEvents(rows);
    },
    async prune(retentionMs) {
      const { numDeletedRows } = await db
        .deleteFrom('follow_events')
        .where('at', '<', sql<number>`${clock()} - ${sql.lit(retentionMs)}`)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/** Always in the same order: two replicas that add the same events in different orders would wait for each other. */
function toRows(events: readonly FollowEvent[]) {
  const rows = events.map(({ kind, follower, account, at }) => ({ account, at, follower, kind }));
  return rows.sort((one, other) => compare(one.account, other.account) || one.at - other.at || compareRest(one, other));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const compareRest = (one: Pick<Row, 'follower' | 'kind'>, other: Pick<Row, 'follower' | 'kind'>): number =>
  compare(one.follower, other.follower) || compare(one.kind, other.kind);

/** What a newer version may have written under a word unknown here is left out: it neither came nor left. */
function toEvents(rows: readonly Row[]): readonly FollowEvent[] {
  return rows.flatMap(({ kind, follower, account, at }) =>
    kind === 'follow' || kind === 'unfollow' ? [{ kind, follower, account, at }] : [],
  );
}
