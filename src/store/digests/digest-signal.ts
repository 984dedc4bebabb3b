import { sql } from 'kysely';
import { listen } from '../engines/listen.ts';
import type { StoreOptions } from '../open.ts';
import type { Database } from '../schema.ts';

/** A Postgres channel; the name is all that is ever sent over it. */
const CHANNEL = 'followstats_digests';

/** Tells whoever waits for the next slot that it may be nearer than they know. */
export interface DigestSignal {
  /** After a change is written. Never throws: who doesn't hear it looks by himself before long. */
  ring(): Promise<void>;
  on(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Heard in this process, and over Postgres by all replicas. */
export function createDigestSignal(db: Database, options: StoreOptions): DigestSignal {
  const listeners = new Set<() => void>();
  let listening: ReturnType<typeof listen> | undefined;

  function tell(): void {
    for (const listener of listeners) listener();
  }

  return {
    async ring() {
      tell();
      if (options.kind === 'postgres') await sql`select pg_notify(${CHANNEL}, '')`.execute(db).catch(() => undefined); // the change itself is safe
    },
    on(listener) {
      // What only writes or reads needs no connection to be told over.
      if (options.kind === 'postgres') listening ??= listen(options.url, CHANNEL, tell);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async close() {
      listeners.clear();
      await listening?.close();
    },
  };
}
