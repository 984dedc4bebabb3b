import { sql } from 'kysely';
import { listen } from '../engines/listen.ts';
import type { Database } from '../schema.ts';

/** A Postgres channel; the name is all that is ever sent over it. */
const CHANNEL = 'followstats_digests';

/** Notifies what waits for the next slot, in this process and on other replicas, when the slot may be nearer. */
export interface DigestSignal {
  /** Notifies all listeners; called after a change is written. Never rejects: a lost signal costs a wait, and no slot. */
  notify(): Promise<void>;
  /** @returns ends the listening */
  on(listener: () => void): () => void;
  close(): Promise<void>;
}

/** @param url of the Postgres over which replicas signal each other; `undefined` signals in this process alone */
export function createDigestSignal(db: Database, url: string | undefined): DigestSignal {
  const listeners = new Set<() => void>();
  let connection: ReturnType<typeof listen> | undefined;

  function callListeners(): void {
    for (const listener of listeners) listener();
  }

  return {
    async notify() {
      callListeners();
      if (url !== undefined) await sql`select pg_notify(${CHANNEL}, '')`.execute(db).catch(() => undefined); // the change itself is safe
    },
    on(listener) {
      // A store that only reads or writes needs no connection for signals.
      if (url !== undefined) connection ??= listen(url, CHANNEL, callListeners);
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
