import type { RateBudget } from './rate-budget.ts';

/** Some calls that may leave, one after the other: the first in `waitMs`, each later one `gapMs` after that before it. */
export interface Lease {
  readonly count: number;
  readonly waitMs: number;
  readonly gapMs: number;
}

/** Where replicas get their shares of the one budget: a row in a common database, by that database's clock. */
export interface PermitSource {
  /** @param count wanted; the lease may hold fewer, never more */
  lease(count: number): Promise<Lease>;
}

interface Options {
  /** Keeps the order of those who wait, and follows this process's own rejections. */
  readonly local: RateBudget;
  readonly source: PermitSource;
  /** Monotonic or Unix milliseconds; only differences count. */
  readonly now: () => number;
}

/** So many at a time keep the store below 20 statements a second at 200 calls a second. */
const MOST_LEASED = 20;
/** A leased call that leaves later than this would meet those that others lease for that moment. */
const LATEST_MS = 20;

/** The budget of one replica among several: a call leaves when the local budget lets it and a leased moment has come. */
export function createLeasedBudget({ local, source, now }: Options): RateBudget {
  const waiting: (() => void)[] = [];
  let moments: number[] = [];
  let isLeasing = false;
  let ahead = 1;
  let timer: NodeJS.Timeout | undefined;

  async function lease(): Promise<void> {
    isLeasing = true;
    const askedAt = now();
    try {
      // As long as all that was leased is used there is a bulk at work: twice as many at a time, up to the most.
      const wanted = Math.max(ahead, waiting.length - moments.length);
      ahead = Math.min(MOST_LEASED, ahead * 2);
      const { count, waitMs, gapMs } = await source.lease(Math.min(MOST_LEASED, wanted));
      // Counted from when the answer came: earlier would be before the moment the store meant.
      const first = Math.max(askedAt, now()) + waitMs;
      for (let n = 0; n < count; n += 1) moments.push(first + n * gapMs);
    } finally {
      isLeasing = false;
    }
    pump();
  }

  function pump(): void {
    clearTimeout(timer);
    const at = now();
    const fit = moments.filter((moment) => moment > at - LATEST_MS);
    if (fit.length < moments.length) ahead = 1;
    moments = fit;
    while (waiting.length > 0 && moments.length > 0 && (moments[0] as number) <= at) {
      moments.shift();
      waiting.shift()?.();
    }
    if (waiting.length === 0) return;
    if (waiting.length > moments.length && !isLeasing) void lease();
    if (moments.length > 0) timer = setTimeout(pump, Math.max(1, Math.ceil((moments[0] as number) - at)));
  }

  return {
    async acquire(urgency) {
      const slot = await local.acquire(urgency);
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        pump();
      });
      return slot;
    },
  };
}

/**
 * Leases in memory, by the same arithmetic as the statement on the shared row: evenly spaced, for ever forward.
 * @param callsPerSecond a little under the budget, since the network bunches what leaves evenly
 */
export function createMemoryPermitSource(callsPerSecond: number, now: () => number): PermitSource {
  const gapMs = 1000 / callsPerSecond;
  let free = Number.NEGATIVE_INFINITY;
  return {
    async lease(count) {
      const at = now();
      const first = Math.max(free, at);
      free = first + count * gapMs;
      return { count, waitMs: first - at, gapMs };
    },
  };
}
