import { createRecentCount } from './sliding-window.ts';

interface Options {
  /** Calls per second that may never be exceeded. */
  readonly most: number;
  /** Calls that may leave at once to begin with. */
  readonly burst: number;
}

/** A burst of fewer is only the lateness of timers. */
const LEAST_BURST = 4;
const LEAST_RATE = 2;
/** Of the full rate, added back per second once nothing has been rejected for a second. */
const GROWTH_PER_SECOND = 0.05;
const CALM_MS = 1000;

/**
 * The rate Chat grants at present, found by trying: others may use the same SDKAppID, and the shape of Chat's window isn't
 * documented. Followed down at once (multiplicative decrease), and up again little by little (additive increase). Told each
 * time what time it is, `at`, in monotonic milliseconds: a clock set back must not stop the calls.
 */
export interface AdaptiveRate {
  /** Calls per second, at most `most`. */
  rate(at: number): number;
  /** Calls that may leave at once. */
  burst(at: number): number;
  /** A call was taken by Chat. */
  taken(at: number): void;
  /**
   * A call was rejected for coming too often. One decision a burst: what left before the last one says nothing new.
   * @param sentAt when the call left
   * @param sentInLastSecond calls that left in the second before it was rejected
   */
  rejected(at: number, sentAt: number, sentInLastSecond: number): void;
}

export function createAdaptiveRate({ most, burst: fullBurst }: Options): AdaptiveRate {
  let rate = most;
  let burst = fullBurst;
  let changedAt = Number.NEGATIVE_INFINITY;
  const taken = createRecentCount(1000);

  function grow(at: number): void {
    if (rate >= most && burst >= fullBurst) return;
    const calmMs = at - changedAt - CALM_MS;
    if (calmMs <= 0) return;
    rate = Math.min(most, rate + (most * GROWTH_PER_SECOND * calmMs) / 1000);
    burst = Math.min(fullBurst, burst + (fullBurst * GROWTH_PER_SECOND * calmMs) / 1000);
    changedAt = at - CALM_MS;
  }

  return {
    rate(at) {
      grow(at);
      return rate;
    },
    burst(at) {
      grow(at);
      return Math.max(LEAST_BURST, Math.floor(burst));
    },
    taken: taken.add,
    rejected(at, sentAt, sentInLastSecond) {
      grow(at);
      const isOld = sentAt < changedAt;
      if (isOld) return;
      // Fewer calls than the rate allows were rejected: it was how they came, not how many.
      if (sentInLastSecond < rate * 0.9 && burst > LEAST_BURST) burst = Math.max(LEAST_BURST, burst / 2);
      else rate = Math.max(Math.min(LEAST_RATE, most), Math.min(rate, Math.max(taken.count(at), rate * 0.9)));
      changedAt = at;
    },
  };
}
