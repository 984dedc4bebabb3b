import { sql } from 'kysely';
import { listen } from './engines/listen.ts';
import type { Database } from './schema.ts';

/** Postgres channels; their names are all that is ever sent over them. */
export const CHANNELS = {
  /** A slot may have come nearer. */
  digests: 'followstats_digests',
  /** Something that people see was changed. */
  changes: 'followstats_changes',
} as const;

/** Notifies what waits for something, in this process and on other replicas, that it may have come about. */
export interface Signal {
  /** Notifies all listeners; called after a change is written. Never rejects: a lost signal costs a wait. */
  notify(): Promise<void>;
  /** @returns ends the listening */
  on(listener: () => void): () => void;
  close(): Promise<void>;
}

/** @param url of the Postgres over which replicas signal each other; `undefined` signals in this process alone */
export function createSignal(db: Database, channel: string, url: string | undefined): Signal {
  const listeners = new Set<() => void>();
  let connection: ReturnType<typeof listen> | undefined;

  function callListeners(): void {
    for (const listener of listeners) listener();
  }

  return {
    async notify() {
      callListeners();
      if (url !== undefined) await sql`select pg_notify(${channel}, '')`.execute(db).catch(() => undefined); // the change itself is safe
    },
    on(listener) {
      // A store that only reads or writes needs no connection for signals.
      if (url !== undefined) connection ??= listen(url, channel, callListeners);
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
