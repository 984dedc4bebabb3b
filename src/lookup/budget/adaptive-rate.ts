interface Options {
  /** Calls per second that may never be exceeded; also the largest burst. */
  readonly most: number;
  /** Calls that may leave at once to begin with. */
  readonly burst: number;
}

/** A smaller burst is only the lateness of timers. */
const LEAST_BURST = 4;
const BURST_GROWTH_PER_MINUTE = 1.1;
const LEAST_RATE = 2;
/** Of the full rate, added back per second. */
const RATE_GROWTH_PER_SECOND = 0.05;
/** After a rejection nothing grows for so long. */
const CALM_MS = 1000;
/** So much of a burst was taken when it counts as whole: others may have failed for another reason, or be late. */
const WHOLE_SHARE = 0.9;
/** Calls this many times as close together as the rate has them are a burst. */
const DENSE = 2;

/** How a call went: Chat took it, rejected it for coming too often, may have counted it, or it was never made. */
export type Outcome = 'taken' | 'rejected' | 'unknown' | 'unused';

/** Calls that leave before any of them is answered. */
interface Burst {
  calls: number;
  taken: number;
  isRejected: boolean;
  /** The furthest that any of them was ahead of an even spacing, in calls. */
  depth: number;
  readonly from: number;
  until: number;
}

/** A call that left. */
export interface Sent {
  readonly at: number;
  /** How many calls it and those before it were ahead of an even spacing. */
  readonly depth: number;
  readonly burst: Burst;
}

/**
 * The rate and the burst that Chat takes at present, found by trying, since others may use the same SDKAppID and the shape of
 * Chat's window isn't documented. The burst starts as TCP does: twice the largest that was taken whole, halved when one is
 * rejected, and from then on a tenth more each minute. The rate is cut by a tenth when evenly spaced calls are rejected and
 * grows again by a twentieth of the whole each second. All times, `at`, are monotonic milliseconds.
 */
export interface AdaptiveRate {
  /** Calls per second, at most `most`. */
  rate(at: number): number;
  /** Calls that may leave at once, a whole number of at most `most`. */
  burst(at: number): number;
  /** Continues with a burst learned earlier, unless something has been learned since. */
  restore(burst: number): void;
  /** @param depth see `Sent` */
  sent(at: number, depth: number): Sent;
  /** Tells how a call went, once. */
  ended(at: number, sent: Sent, outcome: Outcome): void;
}

export function createAdaptiveRate({ most, burst: firstBurst }: Options): AdaptiveRate {
  const leastBurst = Math.min(LEAST_BURST, most);
  let rate = most;
  let burst = firstBurst;
  let grownAt = Number.NEGATIVE_INFINITY;
  let rejectedAt = Number.NEGATIVE_INFINITY;
  let present: Burst | undefined;

  function grow(at: number): void {
    const calmMs = at - Math.max(grownAt, rejectedAt + CALM_MS);
    if (rejectedAt === Number.NEGATIVE_INFINITY || calmMs <= 0) return;
    rate = Math.min(most, rate + (most * RATE_GROWTH_PER_SECOND * calmMs) / 1000);
    burst = Math.min(most, burst * BURST_GROWTH_PER_MINUTE ** (calmMs / 60_000));
    grownAt = at;
  }

  function reject(at: number, { at: sentAt, depth, burst: its }: Sent): void {
    // One decision a burst: what left before the last one says nothing new.
    if (sentAt < rejectedAt) return;
    const isDense = its.calls > leastBurst + ((its.until - its.from) * rate * DENSE) / 1000;
    if (isDense && burst > leastBurst) burst = Math.max(leastBurst, Math.min(burst, depth) / 2);
    else rate = Math.max(Math.min(LEAST_RATE, most), rate * 0.9);
    rejectedAt = at;
  }

  return {
    rate(at) {
      grow(at);
      return rate;
    },
    burst(at) {
      grow(at);
      return Math.floor(burst);
    },
    restore(learned) {
      if (burst === firstBurst) burst = Math.min(most, Math.max(leastBurst, learned));
    },
    sent(at, depth) {
      present ??= { calls: 0, taken: 0, isRejected: false, depth, from: at, until: at };
      present.calls += 1;
      present.depth = Math.max(present.depth, depth);
      present.until = at;
      return { at, depth, burst: present };
    },
    ended(at, sent, outcome) {
      grow(at);
      const { burst: its } = sent;
      // What leaves from now on is another burst.
      if (its === present) present = undefined;
      if (outcome === 'rejected') {
        its.isRejected = true;
        reject(at, sent);
      }
      if (outcome !== 'taken') return;
      its.taken += 1;
      const isWhole = !its.isRejected && its.taken >= its.calls * WHOLE_SHARE;
      if (isWhole && rejectedAt === Number.NEGATIVE_INFINITY) burst = Math.min(most, Math.max(burst, its.depth * 2));
    },
  };
}
