import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CountsListener } from '../followstats/events/ports.ts';
import type { AccountId } from '../followstats/types.ts';
import { listen } from './engines/listen.ts';
import type { Database } from './schema.ts';

/** Notifies, in this process and on other replicas, whose counts have changed. */
export interface CountsSignal {
  /** Notifies the other replicas once the transaction is committed. Rejects as the database does. */
  announce(trx: Database, accounts: ReadonlySet<AccountId>): Promise<void>;
  /** Calls the listeners of this process. */
  callListeners: CountsListener;
  /** @returns ends the listening */
  on(listener: CountsListener): () => void;
  close(): Promise<void>;
}

const CHANNEL = 'followstats_counts';
/** Postgres takes fewer than 8,000 bytes. */
const MOST_BYTES = 7900;
/** Not among the characters of a UserID. */
const SEPARATOR = '\n';

/** @param url of the Postgres over which replicas notify each other; `undefined` notifies in this process alone */
export function createCountsSignal(url: string | undefined): CountsSignal {
  const listeners = new Set<CountsListener>();
  let connection: ReturnType<typeof listen> | undefined;
  /** A replica hears its own notices, too. */
  const self = randomUUID();

  const callListeners: CountsListener = (accounts, from) => {
    for (const listener of listeners) listener(accounts, from);
  };

  return {
    async announce(trx, accounts) {
      if (url === undefined) return;
      await sql`select pg_notify(${CHANNEL}, ${writeNotice(self, accounts)})`.execute(trx);
    },
    callListeners,
    on(listener) {
      if (url !== undefined)
        connection ??= listen(url, CHANNEL, (payload) => {
          // It begins to listen: what was said before is not known.
          if (payload === undefined) return callListeners('all', 'elsewhere');
          const { sender, accounts } = readNotice(payload);
          if (sender !== self) callListeners(accounts, 'elsewhere');
        });
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async close() {
      listeners.clear();
      await connection?.close();
    },
  };
}

/** @returns the sender and the accounts; the sender alone, which means all, when they don't fit. UserIDs are ASCII: a character is a byte */
export function writeNotice(sender: string, accounts: ReadonlySet<AccountId>): string {
  const notice = [sender, ...accounts].join(SEPARATOR);
  return notice.length <= MOST_BYTES ? notice : sender;
}

/** Reads what `writeNotice` wrote. */
export function readNotice(notice: string): {
  readonly sender: string;
  readonly accounts: ReadonlySet<AccountId> | 'all';
} {
  const [sender = '', ...accounts] = notice.split(SEPARATOR);
  return { sender, accounts: accounts.length === 0 ? 'all' : new Set(accounts as AccountId[]) };
}
