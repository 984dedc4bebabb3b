import type { Logger } from '../logger.ts';
import { createCachedHealthCheck } from './cached-health-check.ts';

/** What is watched. Both reject when the store isn't well; see `StoreChecks`. */
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
  /** Probes within so long share one look at whether it can be read. */
  readonly keptMs: number;
  /** Longer than this without an answer is not well, either. */
  readonly timeLimitMs: number;
}

interface Options extends WatchTimes {
  readonly log: Logger;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/** Whether the app's store does what it is for. */
export interface StoreWatch {
  /** Resolves after the first proof, whichever way it ended. */
  start(store: Watched): Promise<void>;
  /** `false` until the first proof. Never rejects. */
  isWell(): Promise<boolean>;
  /** Something that the app asked of the store failed: it counts until the next proof. */
  failed(error: Error): void;
  /** Resolves when no proof is under way; none begins after that. */
  stop(): Promise<void>;
}

/** Logs when the store stops being well, with the reason, when that becomes another, and when the store is well again. */
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
    tell(error);
    if (!running) plan(retryMs);
  }

  function tell(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason === loggedReason) return;
    loggedReason = reason;
    log.error({ reason }, 'the store cannot be used; not ready until it can');
  }

  async function prove(watched: Watched): Promise<void> {
    const late = setTimeout(() => failed(new Error(`the store gave no answer in ${timeLimitMs} ms`)), timeLimitMs);
    try {
      await watched.checkWrite();
      if (state === 'ill') log.info('the store can be used again');
      state = 'well';
      loggedReason = undefined;
    } catch (error) {
      failed(error);
      // Only a proof may say another reason while the last one stands: what people ask meanwhile would fill the log.
      if (!isStopped) tell(error);
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
    // Nothing to stay alive for.
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
