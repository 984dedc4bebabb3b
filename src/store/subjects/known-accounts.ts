import { sql } from 'kysely';
import type { KnownAccounts } from '../../followstats/accounts/known-accounts.ts';
import type { AccountId } from '../../followstats/types.ts';
import { nextTurn } from '../../timers.ts';
import type { JobContext } from '../clock.ts';

/** Accounts of one statement: the embedded store works on the app's own thread. */
const CHUNK = 2000;

/** Where accounts are; each table has an index that begins with them. */
const TABLES = ['snapshots', 'list_accounts', 'links'] as const;
/** Above every character of a UserID. */
const LAST = '\x7f';

/** Looks accounts up wherever the store has them; each costs some reads of an index. */
export function createKnownAccounts({ db, engine }: JobContext): KnownAccounts {
  const valuesOf = (json: string) =>
    engine === 'sqlite'
      ? sql`select value from json_each(${json})`
      : sql`select json_array_elements_text(cast(${json} as json))`;

  /** Steps from account to account in an index, since of one account there may be thousands of rows. */
  async function stepThrough(table: (typeof TABLES)[number], beginning: string, most: number) {
    const accounts = sql.table(table);
    const { rows } = await sql<{ account: AccountId }>`
      with recursive step(account, n) as (
        select (select min(account) from ${accounts} where account >= ${beginning} and account < ${beginning + LAST}), 1
        union all
        select (
          select min(next.account) from ${accounts} as next
          where next.account > step.account and next.account < ${beginning + LAST}
        ), step.n + 1
        from step where step.account is not null and step.n < ${most})
      select account from step where account is not null`.execute(db);
    return rows.map(({ account }) => account);
  }

  return {
    async beginningWith(text, most) {
      const lower = text.toLowerCase();
      const beginnings = new Set([text, lower, lower.slice(0, 1).toUpperCase() + lower.slice(1)]);
      const found = new Set<AccountId>();
      for (const beginning of beginnings) {
        for (const table of TABLES) for (const account of await stepThrough(table, beginning, most)) found.add(account);
      }
      return [...found].sort().slice(0, most);
    },
    async among(accounts) {
      const known = new Set<AccountId>();
      for (let at = 0; at < accounts.length; at += CHUNK) {
        // Awaiting SQLite alone would let nothing else run in between.
        if (at > 0) await nextTurn();
        const asked = valuesOf(JSON.stringify(accounts.slice(at, at + CHUNK)));
        const { rows } = await sql<{ account: AccountId }>`
          with asked(account) as (${asked})
          select account from asked
          where exists (select 1 from snapshots where snapshots.account = asked.account)
            or exists (select 1 from list_accounts where list_accounts.account = asked.account)
            or exists (select 1 from links where links.account = asked.account)`.execute(db);
        for (const { account } of rows) known.add(account);
      }
      return known;
    },
  };
}
