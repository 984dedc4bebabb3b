import pRetry from 'p-retry';

interface Options {
  /** Ends the retries. */
  readonly signal: AbortSignal;
  /** Returns why an error may pass, for the log; `undefined` for one that retries don't help against. */
  readonly transientReason: (error: unknown) => string | undefined;
  /** Called after each failed attempt, with how long is waited before the next, milliseconds. */
  readonly onWait: (reason: string, waitMs: number) => void;
  /** The first wait, milliseconds; each later one is twice as long, up to 30 s. */
  readonly firstWaitMs: number;
}

const LONGEST_WAIT_MS = 30_000;

/**
 * Does work again and again, until it succeeds.
 * @returns what the work resolves to
 * @throws the work's error when that isn't transient; the signal's reason when it aborts
 */
export function retryForever<Result>(
  work: () => Promise<Result>,
  { signal, transientReason, onWait, firstWaitMs }: Options,
): Promise<Result> {
  return pRetry(work, {
    retries: Number.POSITIVE_INFINITY,
    minTimeout: firstWaitMs,
    maxTimeout: LONGEST_WAIT_MS,
    signal,
    shouldRetry: ({ error }) => transientReason(error) !== undefined,
    // Also called for the error that ends it.
    onFailedAttempt({ error, retryDelay }) {
      const reason = transientReason(error);
      if (reason !== undefined) onWait(reason, retryDelay);
    },
  });
}
