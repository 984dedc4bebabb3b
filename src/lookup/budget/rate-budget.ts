import type { AdaptiveRate, Outcome } from './adaptive-rate.ts';

/** Leave for one call. */
export interface Permit {
  /** To be called when the answer came or is no longer waited for. Only the first call counts. */
  release(outcome: Outcome): void;
}

export interface AcquireOptions {
  /** `urgent` (repeats, hedges, small look-ups) goes before all `normal` ones; of each kind the first to ask goes first. */
  readonly urgency: 'normal' | 'urgent';
  /** Calls the asking side would make at this moment, this one included; by default 1. A bulk leaves room for others. */
  readonly callsWaiting?: number | undefined;
  /** Gives the wait up. A signal for each wait: its listener stays. */
  readonly signal?: AbortSignal | undefined;
}

/** Gives out permits for calls. Replicas share one budget by leasing from a common store. */
export interface RateBudget {
  /**
   * Resolves when a call may leave, at once while there is room.
   * Rejects only with the signal's reason, when that aborts before; a permit that is about to come may come all the same.
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
  readonly urgency: AcquireOptions['urgency'];
  readonly callsWaiting: number;
  readonly resolve: (permit: Permit) => void;
}

const WINDOW_MS = 1000;
/** More calls waiting than this share of what is left of the window are a bulk. */
const BULK_SHARE = 0.75;
/** Of the window, what a bulk takes at once. */
const BULK_BURST_SHARE = 0.25;
/** Of the window, what a bulk never takes; of a small budget that is nothing. */
const BULK_LEAVES_SHARE = 0.005;

/**
 * The budget of one process. Two rules at once, since the shape of Chat's window isn't documented: never more than the budget
 * in any sliding second, and evenly spaced beyond a burst. Chat counts arrivals by its own clock, and an arrival lies somewhere
 * between sending and answer; so a call counts from its sending until a second after its answer.
 */
export function createRateBudget({ callsPerSecond, adaptive, now }: Options): RateBudget {
  /** In the order they will leave. */
  const waiting: Request[] = [];
  let unanswered = 0;
  /** When each answered call stops counting, the earliest first. */
  const countedUntil: number[] = [];
  /** Calls that have left before an even spacing would have let them. Not a time: a rate that was cut would forgive some. */
  let ahead = 0;
  let aheadAt = now();
  let lastGrantAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  function forgetCounted(at: number): void {
    while ((countedUntil[0] ?? Number.POSITIVE_INFINITY) <= at) countedUntil.shift();
  }

  /** @returns when an even spacing lets the next call leave, `burst` calls early at the most */
  function evenAfter(burst: number, at: number): number {
    const rate = adaptive.rate(at);
    ahead = Math.max(0, ahead - ((at - aheadAt) * rate) / 1000);
    aheadAt = at;
    return at + ((ahead - (burst - 1)) * 1000) / rate;
  }

  /** @returns when a call may leave; infinity when not before another is answered */
  function departureOf({ callsWaiting }: Request, at: number): number {
    forgetCounted(at);
    const [opensAt = Number.POSITIVE_INFINITY] = countedUntil;
    const free = callsPerSecond - unanswered - countedUntil.length;
    const burst = adaptive.burst(at);
    if (callsWaiting <= Math.max(1, free * BULK_SHARE)) return free > 0 ? evenAfter(burst, at) : opensAt;
    // What a bulk leaves, small look-ups find.
    const bulkBurst = Math.max(1, Math.min(burst, Math.floor(callsPerSecond * BULK_BURST_SHARE)));
    const even = evenAfter(bulkBurst, at);
    if (callsPerSecond - free < bulkBurst) return even;
    const left = free - Math.floor(callsPerSecond * BULK_LEAVES_SHARE);
    if (left <= 0) return opensAt;
    // Spread over the time until the window opens again.
    return Math.max(even, lastGrantAt + Math.min(opensAt - at, WINDOW_MS) / left);
  }

  /** Gives a permit out, right after `departureOf`. */
  function grant(at: number): Permit {
    ahead += 1;
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
        forgetCounted(endedAt);
        if (outcome !== 'unused') countedUntil.push(endedAt + WINDOW_MS);
        adaptive.ended(endedAt, sent, outcome);
        pump();
      },
    };
  }

  /** Grants what may leave, and looks again when the next one may. */
  function pump(): void {
    clearTimeout(timer);
    const at = now();
    for (let [first] = waiting; first; [first] = waiting) {
      const departure = departureOf(first, at);
      if (departure > at) {
        if (departure < Number.POSITIVE_INFINITY) timer = setTimeout(pump, Math.ceil(departure - at));
        return;
      }
      waiting.shift();
      first.resolve(grant(at));
    }
  }

  function enqueue(request: Request): void {
    const firstNormal = waiting.findIndex(({ urgency }) => urgency === 'normal');
    const goesFirst = request.urgency === 'urgent' && firstNormal >= 0;
    waiting.splice(goesFirst ? firstNormal : waiting.length, 0, request);
  }

  return {
    acquire({ urgency, callsWaiting = 1, signal }) {
      return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const request: Request = { urgency, callsWaiting, resolve };
        signal?.addEventListener('abort', () => {
          const place = waiting.indexOf(request);
          if (place < 0) return;
          waiting.splice(place, 1);
          reject(signal.reason);
        });
        enqueue(request);
        pump();
      });
    },
  };
}
