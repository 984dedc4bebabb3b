import type { AdaptiveRate, Outcome } from './adaptive-rate.ts';
import { createSlidingWindow } from './sliding-window.ts';

/** Leave for one call. */
export interface Permit {
  /** To be called when the answer came or is no longer waited for. Only the first call counts. */
  release(outcome: Outcome): void;
}

export interface AcquireOptions {
  /** `urgent` (repeats, hedges) goes before all `normal` ones; of each kind the first to ask goes first. */
  readonly urgency: 'normal' | 'urgent';
  /** Calls the asking side would make at this moment, this one included; by default 1. A bulk leaves room for others. */
  readonly callsWaiting?: number | undefined;
  /** Gives the wait up. */
  readonly signal?: AbortSignal | undefined;
}

/** Gives out permits for calls. Replicas share one budget by leasing from a common store. */
export interface RateBudget {
  /**
   * Resolves when a call may leave, at once while there is room.
   * Never rejects except with the signal's reason, when that aborts before the permit comes.
   */
  acquire(options: AcquireOptions): Promise<Permit>;
}

interface Options {
  readonly callsPerSecond: number;
  readonly adaptive: AdaptiveRate;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

interface Request {
  readonly callsWaiting: number;
  readonly resolve: (permit: Permit) => void;
}

const WINDOW_MS = 1000;
/** More calls waiting than this share of what is left of the window are a bulk. */
const BULK_SHARE = 0.75;
/** Of the window, what a bulk takes at once. */
const BULK_BURST_SHARE = 0.25;

/**
 * The budget of one process. Two rules at once, since the shape of Chat's window isn't documented: never more than the budget
 * in any sliding second, and evenly spaced beyond a burst. Chat counts arrivals by its own clock, and an arrival lies somewhere
 * between sending and answer; so a call counts from its sending until a second after its answer.
 */
export function createRateBudget({ callsPerSecond, adaptive, now }: Options): RateBudget {
  const waiting: Readonly<Record<AcquireOptions['urgency'], Request[]>> = { urgent: [], normal: [] };
  const answered = createSlidingWindow(WINDOW_MS);
  let unanswered = 0;
  // In calls, not in time: a rate that was cut would otherwise forgive some of them, and let out a burst.
  let ahead = 0;
  let aheadAt = now();
  let lastGrantAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let timerAt = Number.POSITIVE_INFINITY;

  /** @returns how many calls have left before an even spacing would have let them */
  function aheadOfEven(at: number): number {
    ahead = Math.max(0, ahead - ((at - aheadAt) * adaptive.rate(at)) / 1000);
    aheadAt = at;
    return ahead;
  }

  function evenAfter(burst: number, at: number): number {
    return at + ((aheadOfEven(at) - (burst - 1)) * 1000) / adaptive.rate(at);
  }

  /** @returns when a call may leave; `undefined` when not before another is answered */
  function departureOf({ callsWaiting }: Request, at: number): number | undefined {
    const free = callsPerSecond - unanswered - answered.count(at);
    const nextEnd = answered.nextEnd(at);
    if (free <= 0) return nextEnd;
    const burst = adaptive.burst(at);
    if (callsWaiting <= Math.max(1, free * BULK_SHARE)) return evenAfter(burst, at);
    const bulkBurst = Math.max(1, Math.min(burst, Math.floor(callsPerSecond * BULK_BURST_SHARE)));
    const even = evenAfter(bulkBurst, at);
    if (callsPerSecond - free < bulkBurst) return even;
    // Spread over the time until the window opens again, so that small look-ups meanwhile find permits.
    const opensInMs = Math.min((nextEnd ?? at + WINDOW_MS) - at, WINDOW_MS);
    return Math.max(even, lastGrantAt + opensInMs / free);
  }

  function grant(at: number): Permit {
    ahead = aheadOfEven(at) + 1;
    lastGrantAt = at;
    unanswered += 1;
    const sent = adaptive.sent(at, ahead);
    let isReleased = false;
    return {
      release(outcome) {
        if (isReleased) return;
        isReleased = true;
        const endedAt = now();
        unanswered -= 1;
        if (outcome !== 'unused') answered.add(endedAt);
        adaptive.ended(endedAt, sent, outcome);
        pump(endedAt);
      },
    };
  }

  function pumpAt(when: number, at: number): void {
    // A timer that is set stays unless it would come too late: answers come between any two.
    if (timerAt <= when) return;
    clearTimeout(timer);
    timerAt = when;
    timer = setTimeout(
      () => {
        timerAt = Number.POSITIVE_INFINITY;
        pump(now());
      },
      Math.ceil(when - at),
    );
  }

  function pump(at: number): void {
    for (const urgency of ['urgent', 'normal'] as const) {
      for (let first = waiting[urgency][0]; first; first = waiting[urgency][0]) {
        const departure = departureOf(first, at);
        // A call that is answered pumps anew.
        if (departure === undefined) return;
        if (departure > at) {
          pumpAt(departure, at);
          return;
        }
        waiting[urgency].shift();
        first.resolve(grant(at));
      }
    }
  }

  return {
    acquire({ urgency, callsWaiting = 1, signal }) {
      return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        function onAbort(): void {
          waiting[urgency].splice(waiting[urgency].indexOf(request), 1);
          reject(signal?.reason);
        }
        const request: Request = {
          callsWaiting,
          resolve(permit) {
            signal?.removeEventListener('abort', onAbort);
            resolve(permit);
          },
        };
        signal?.addEventListener('abort', onAbort);
        waiting[urgency].push(request);
        pump(now());
      });
    },
  };
}
