/** Waits for time to pass. The app is given one, so that a simulation decides when its time passes. */
export interface Timers {
  /** Resolves after `ms` milliseconds. Rejects with the signal's reason as soon as it aborts, and leaves no timer then. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Returns a signal that aborts with a `TimeoutError` after `ms` milliseconds. It doesn't keep the process alive. */
  timeout(ms: number): AbortSignal;
}

/** One for all: making one takes longer than the timer, and after a burst they all come due. */
const TIMED_OUT = new DOMException('The operation timed out', 'TimeoutError');

/**
 * Made of the global `setTimeout` as it is at each call: what replaces the globals moves these, too, which it can't do to
 * `node:timers/promises` and `AbortSignal.timeout`.
 */
export const systemTimers: Timers = {
  sleep(ms, signal) {
    return new Promise<void>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, ms);
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  },
  timeout(ms) {
    const late = new AbortController();
    setTimeout(() => late.abort(TIMED_OUT), ms).unref();
    return late.signal;
  },
};

/** Resolves once what waits for input and output has had its turn; by the global `setImmediate` as it is at the call. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

interface PaceOptions {
  /** How long after one piece of work the next waits, milliseconds, of how long that one took. */
  readonly gapMs: (tookMs: number) => number;
  readonly sleep?: Timers['sleep'];
  /** Monotonic milliseconds. */
  readonly now?: () => number;
}

/** Spaces pieces of work that come one after the other, so that what comes in between can be done together. */
export interface Pace {
  /**
   * Resolves when the next may begin: after the present turn of input and output, and after the gap behind the last. Never rejects.
   * @param hurry ends the wait for the gap when it aborts
   */
  begin(hurry?: AbortSignal): Promise<void>;
  /** The one that began is over. */
  end(): void;
}

/**
 * The gap behind a write that people wait for, milliseconds: while writes come all the time, a store on the app's thread takes an
 * eighth of it.
 * @param tookMs how long the write took
 */
export const shortGapMs = (tookMs: number): number => Math.min(100, 7 * tookMs);

/** The gap behind a write that no person waits for: its sync takes some milliseconds, at most a fiftieth of the app's thread. */
export const GATHERED_MS = 250;

/** Makes a pace by which the first piece of work doesn't wait, nor one that comes long after the last. */
export function createPace({ gapMs, sleep = systemTimers.sleep, now = () => performance.now() }: PaceOptions): Pace {
  let beganAt = 0;
  let readyAt = Number.NEGATIVE_INFINITY;
  return {
    async begin(hurry) {
      await nextTurn();
      const waitMs = readyAt - now();
      if (waitMs > 0 && !hurry?.aborted) await sleep(waitMs, hurry).catch(() => undefined);
      beganAt = now();
    },
    end() {
      const at = now();
      readyAt = at + gapMs(at - beganAt);
    },
  };
}
