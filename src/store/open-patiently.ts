import pRetry from 'p-retry';
import { AppError } from '../errors.ts';
import { openStore, type Store, type StoreOptions } from './open.ts';

interface Patience {
  /** Ends the trying. */
  readonly signal: AbortSignal;
  /** Told of each failure, and how long is waited after it, milliseconds. */
  readonly onWait: (reason: string, waitMs: number) => void;
  /** The first wait, milliseconds; each later one is twice as long, up to 30 s. */
  readonly firstWaitMs?: number;
}

/**
 * Opens the store, again and again while Postgres can't be reached: it may be starting beside the app.
 * @throws {ConfigError} as `openStore`; the signal's reason when it aborts
 */
export function openPatiently(options: StoreOptions, { signal, onWait, firstWaitMs = 500 }: Patience): Promise<Store> {
  async function open(): Promise<Store> {
    const store = await openStore(options);
    // Nobody is left to close it.
    if (signal.aborted) await store.close();
    signal.throwIfAborted();
    return store;
  }

  return pRetry(open, {
    retries: Number.POSITIVE_INFINITY,
    minTimeout: firstWaitMs,
    maxTimeout: 30_000,
    signal,
    shouldRetry: ({ error }) => error instanceof AppError,
    onFailedAttempt: ({ error, retryDelay }) => {
      if (error instanceof AppError) onWait(error.message, retryDelay);
    },
  });
}
