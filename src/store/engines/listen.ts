import type pg from 'pg';
import { readConnection } from './postgres-client.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 5000;

/**
 * Listens to a Postgres channel over a connection of its own until it is closed; a connection that breaks is made anew. With a
 * pooler that forgets what its clients listen to no notice ever comes, and nothing worse happens. Never throws.
 * @param channel a plain lower-case name
 * @param onNotice takes what came with the notice; also called, with `undefined`, whenever it begins to listen, since a notice may
 *   have been sent before
 */
export function listen(
  url: string,
  channel: string,
  onNotice: (payload: string | undefined) => void,
): { close(): Promise<void> } {
  const { connectionString, Client } = readConnection(url);
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = FIRST_WAIT_MS;
  let isClosed = false;

  async function connect(): Promise<void> {
    const fresh = new Client({
      connectionString,
      application_name: 'followstats listener',
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    });
    client = fresh;
    const isOver = new Promise<void>((resolve) => {
      fresh.once('end', resolve);
      // Without a listener it would end the process; one that failed is given up whole.
      fresh.on('error', () => resolve());
    });
    fresh.on('notification', ({ payload = '' }) => onNotice(payload));
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      waitMs = FIRST_WAIT_MS;
      onNotice(undefined);
      await isOver;
    } catch {
      // Tried again below; a server that is away shows in the store's own calls.
    }
    if (isClosed) return;
    await fresh.end().catch(() => undefined);
    if (isClosed) return;
    timer = setTimeout(() => void connect(), waitMs);
    timer.unref();
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }

  void connect();
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
