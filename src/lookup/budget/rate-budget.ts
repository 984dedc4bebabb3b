import type { AdaptiveRate } from './adaptive-rate.ts';
import { createRateWindow } from './call-window.ts';
import { createRecentCount } from './sliding-window.ts';

/** One call's leave to go out. */
export interface Slot {
  /** Must be told of every slot, once: when the answer came, or when it is no longer waited for. */
  done(outcome: 'taken' | 'rejected' | 'unknown' | 'unused'): void;
}

/** Whoever asks first gets the next slot; `ahead` (repeats, small questions) before all others. */
export type Urgency = 'ahead' | 'in-turn';

/** Gives out the calls that may be made. Replicas share one by leasing from a common store. */
export interface RateBudget {
  /** Resolves when a call may leave, at once while there is room. */
  acquire(urgency: Urgency): Promise<Slot>;
}

interface Options {
  readonly callsPerSecond: number;
  readonly pace: AdaptiveRate;
  /** Monotonic milliseconds: a clock set back must not stop the calls. */
  readonly now: () => number;
}

const WINDOW_MS = 1000;
/** Slots of each window that only those ahead may take, so that a small question finds one at once. */
const RESERVED = 2;
/** They are kept while such questions come; a bulk alone gets the whole budget. */
const RESERVED_FOR_MS = 10_000;
/**
 * Who is only spread may leave so many intervals late, and at most so many milliseconds: answers come about as often as calls
 * leave, and each lets go what is due, where a timer for every call would wake the process twice as often. Fewer than the
 * least burst, so that no rate is lost.
 */
const LATE = { intervals: 2, mostMs: 10 };
/** So few free slots need no spreading: they come free one by one as they were taken. */
const FEW = 10;

/**
 * The budget of one process. Two rules at once, since the shape of Chat's window isn't documented: never more than the
 * budget in any sliding second, and evenly spaced beyond a burst, so that a window of any other shape is kept as well.
 */
export function createRateBudget({ callsPerSecond, pace, now }: Options): RateBudget {
  const window = createRateWindow(WINDOW_MS);
  const waiting: Record<Urgency, ((slot: Slot) => void)[]> = { ahead: [], 'in-turn': [] };
  const departures = createRecentCount(WINDOW_MS);
  // In calls, not in time: a rate followed down would otherwise forgive some of them, and let out a burst.
  let ahead = 0;
  let aheadAt = now();
  let notBefore = 0;
  let lastAhead = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let timerAt = Number.POSITIVE_INFINITY;

  function reserve(urgency: Urgency, at: number): number {
    const isKept = urgency === 'in-turn' && at - lastAhead < RESERVED_FOR_MS;
    return isKept ? Math.min(RESERVED, Math.floor(callsPerSecond / 20)) : 0;
  }

  /** How many calls have left before an even spacing would have let them. */
  function aheadOfEven(at: number): number {
    ahead = Math.max(0, ahead - ((at - aheadAt) * pace.rate(at)) / 1000);
    aheadAt = at;
    return ahead;
  }

  /** When the next call of this urgency may leave as far as the spacing goes. @param kept places of the burst kept for others */
  function spreadUntil(urgency: Urgency, kept: number, at: number): number {
    const beyondBurst = aheadOfEven(at) - (pace.burst(at) - 1 - kept);
    const afterBurst = at + (beyondBurst * 1000) / pace.rate(at);
    return urgency === 'ahead' ? afterBurst : Math.max(afterBurst, notBefore);
  }

  function grant(at: number): Slot {
    const interval = 1000 / pace.rate(at);
    ahead = aheadOfEven(at) + 1;
    window.sent();
    departures.add(at);
    // What is left of a window beyond its burst is spread over the time until it opens again, or nobody could leave for a while.
    const used = window.used(at);
    const opensIn = Math.max(0, (window.nextFreeAt(at) ?? at + WINDOW_MS) - at);
    const free = callsPerSecond - RESERVED - used;
    const isBeyondBurst = ahead > pace.burst(at) - 1 && free > FEW;
    // Spent at the full rate it would be empty until it opens, and a small question would find what is kept spent as well.
    const isSpentEarly = reserve('in-turn', at) > 0 && used > pace.burst(at) && free > 0 && free * interval < opensIn;
    notBefore = isBeyondBurst || isSpentEarly ? at + Math.min(opensIn / free, 4 * interval) : at;
    return {
      done(outcome) {
        const endedAt = now();
        if (outcome === 'unused') window.unsent();
        else window.answered(endedAt);
        if (outcome === 'taken') pace.taken(endedAt);
        if (outcome === 'rejected') pace.rejected(endedAt, at, departures.count(endedAt));
        pump(endedAt);
      },
    };
  }

  function lateness(at: number): number {
    return Math.min(LATE.mostMs, (LATE.intervals * 1000) / pace.rate(at));
  }

  /** One timer at a time, and the one that is set stays unless it would come too late: answers come between any two. */
  function pumpAt(when: number, at: number): void {
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
    for (const urgency of ['ahead', 'in-turn'] as const) {
      const queue = waiting[urgency];
      while (queue.length > 0) {
        const kept = reserve(urgency, at);
        const isFree = callsPerSecond - kept - window.used(at) > 0;
        const when = isFree ? spreadUntil(urgency, kept, at) : window.nextFreeAt(at);
        // Until another is answered, which pumps anew.
        if (when === undefined) return;
        if (when > at) {
          pumpAt(isFree && urgency === 'in-turn' ? when + lateness(at) : when, at);
          return;
        }
        queue.shift()?.(grant(at));
      }
    }
  }

  return {
    acquire: (urgency) =>
      new Promise((resolve) => {
        const at = now();
        if (urgency === 'ahead') lastAhead = at;
        waiting[urgency].push(resolve);
        pump(at);
      }),
  };
}
