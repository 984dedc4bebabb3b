import { AppError } from '../errors.ts';
import { retryForever } from '../retry-forever.ts';
import { openStore, type Store, type StoreOptions } from './open.ts';

interface Patience {
  /** Ends the retries. */
  readonly signal: AbortSignal;
  /** Called after each failure, with how long is waited after it, milliseconds. */
  readonly onWait: (reason: string, waitMs: number) => void;
  /** The first wait, milliseconds. */
  readonly firstWaitMs?: number;
}

/**
 * Opens the store, again and again while Postgres can't be reached: it may be starting beside the app.
 * @throws {ConfigError} as `openStore`; the signal's reason when it aborts
 */
export function openPatiently(options: StoreOptions, { firstWaitMs = 500, ...patience }: Patience): Promise<Store> {
  async function open(): Promise<Store> {
    const store = await openStore(options);
    // After an abort the caller has stopped waiting, and gets no store to close.
    if (patience.signal.aborted) await store.close();
    patience.signal.throwIfAborted();
    return store;
  }

  const transientReason = (error: unknown) => (error instanceof AppError ? error.message : undefined);
  return retryForever(open, { ...patience, firstWaitMs, transientReason });
}
