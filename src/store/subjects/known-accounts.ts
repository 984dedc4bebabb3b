import { sql } from 'kysely';
import type { KnownAccounts } from '../../followstats/accounts/known-accounts.ts';
import type { AccountId } from '../../followstats/types.ts';
import { nextTurn } from '../../timers.ts';
import type { JobContext } from '../clock.ts';

/** Accounts of one statement: the embedded store works on the app's own thread. */
const CHUNK = 2000;

/** Looks accounts up wherever the store has them; each costs some reads of an index. */
export function createKnownAccounts({ db, engine }: JobContext): KnownAccounts {
  const valuesOf = (json: string) =>
    engine === 'sqlite'
      ? sql`select value from json_each(${json})`
      : sql`select json_array_elements_text(cast(${json} as json))`;

  return {
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
