import type { Logger } from '../logger.ts';
import { createCachedHealthCheck } from './cached-health-check.ts';

/** What is watched. Both reject when the store doesn't work; see `StoreChecks`. */
interface Watched {
  check(): Promise<void>;
  checkWrite(): Promise<void>;
}

/** All in milliseconds. */
export interface WatchTimes {
  /** From one proof that the store can be written to the next. */
  readonly everyMs: number;
  /** The same while it can't. */
  readonly retryMs: number;
  /** Probes within this time share one check of whether it can be read. */
  readonly keptMs: number;
  /** A check that takes longer has failed. */
  readonly timeLimitMs: number;
}

interface Options extends WatchTimes {
  readonly log: Logger;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/** Knows whether the app's store can be read and written. */
export interface StoreWatch {
  /** Begins to prove that the store can be written; resolves after the first proof, failed or not. Never rejects. */
  start(store: Watched): Promise<void>;
  /** `false` until the first proof. Never rejects. */
  isWell(): Promise<boolean>;
  /** Reports a statement of the app's that failed: the store counts as failed until the next proof. */
  failed(error: Error): void;
  /** Begins no more proofs; resolves when none is under way. Never rejects. */
  stop(): Promise<void>;
}

/** Logs when the store fails, with the reason, when the reason changes, and when the store can be used again. */
export function createStoreWatch({ everyMs, retryMs, keptMs, timeLimitMs, log, now }: Options): StoreWatch {
  let state: 'unproven' | 'well' | 'ill' = 'unproven';
  let canRead = async () => false;
  let store: Watched | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isStopped = false;
  let loggedReason: string | undefined;

  function failed(error: unknown): void {
    if (state === 'ill' || isStopped) return;
    state = 'ill';
    logReason(error);
    if (!running) plan(retryMs);
  }

  function logReason(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason === loggedReason) return;
    loggedReason = reason;
    log.error({ reason }, 'the store cannot be used; not ready until it can');
  }

  async function prove(watched: Watched): Promise<void> {
    // Not a deadline: the proof goes on, and no other is begun beside it.
    const late = setTimeout(() => failed(new Error(`the store gave no answer in ${timeLimitMs} ms`)), timeLimitMs);
    try {
      await watched.checkWrite();
      if (state === 'ill') log.info('the store can be used again');
      state = 'well';
      loggedReason = undefined;
    } catch (error) {
      failed(error);
      // Only a proof logs a further reason: those of the app's own statements would fill the log.
      if (!isStopped) logReason(error);
    } finally {
      clearTimeout(late);
    }
  }

  function run(watched: Watched): Promise<void> {
    running = prove(watched).then(() => {
      running = undefined;
      plan(state === 'well' ? everyMs : retryMs);
    });
    return running;
  }

  function plan(delayMs: number): void {
    clearTimeout(timer);
    if (isStopped || !store) return;
    const watched = store;
    timer = setTimeout(() => void run(watched), delayMs);
    // It doesn't keep the process alive.
    timer.unref();
  }

  return {
    start(watched) {
      store = watched;
      canRead = createCachedHealthCheck({ check: () => watched.check(), now, keptMs, timeLimitMs, onFailure: failed });
      return run(watched);
    },
    isWell: async () => state === 'well' && (await canRead()),
    failed,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
