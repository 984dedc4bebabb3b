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
