import { withDeadline } from '../../deadline.ts';
import type { RateBudget } from './rate-budget.ts';

/** Some calls that may leave, one after the other: the first in `waitMs`, each later one `gapMs` after that before it. */
export interface Lease {
  readonly count: number;
  readonly waitMs: number;
  readonly gapMs: number;
}

/** Where replicas get their shares of one budget: a row in a common database, by that database's clock. */
export interface PermitSource {
  /**
   * @param count wanted, at least 1; the lease may hold fewer, never more, and never none
   * @returns may reject with whatever the database says, or take for ever
   */
  lease(count: number): Promise<Lease>;
}

interface Options {
  /** Keeps the order of what waits, and follows this process's own rejections. */
  readonly local: RateBudget;
  /** @param callsPerSecond a little under the budget, since timers and the network bunch what leaves evenly */
  readonly leasePermits: (callsPerSecond: number) => PermitSource;
  /** The whole budget. */
  readonly callsPerSecond: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Called when the shared source fails; not again while it rests. */
  readonly onError: (error: unknown) => void;
}

/** So many at a time keep the store below 20 statements a second at 200 calls a second. */
const MOST_LEASED = 20;
/** A leased call that leaves later than this would meet those that others lease for that moment. */
const LATEST_MS = 20;
const LEASED_SHARE = 0.96;
/** What a replica allows itself while the source fails: with up to ten of them the budget is kept all the same. */
const OWN_SHARE = 0.1;
const LEASE_TIMEOUT_MS = 1000;
/** After a failure the shared source is left alone for so long, so that not every call waits for it. */
const REST_MS = 5000;

/**
 * The budget of one replica among several: a call leaves when the local budget lets it and a leased moment has come. While the
 * source fails, calls go on slower: a pause of the database is no outage of the look-up, which itself needs none. Only
 * the wait for the local budget can be given up; the leased moment comes soon after it, and the permit may be released unused.
 */
export function createLeasedBudget({ local, leasePermits, callsPerSecond, now, onError }: Options): RateBudget {
  const shared = leasePermits(callsPerSecond * LEASED_SHARE);
  const own = createMemoryPermitSource(callsPerSecond * OWN_SHARE, now);
  const waiting: (() => void)[] = [];
  let moments: number[] = [];
  let isLeasing = false;
  let wantedNext = 1;
  let restsUntil = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  /** Never rejects. */
  async function leaseAtAll(count: number): Promise<Lease> {
    if (now() < restsUntil) return own.lease(count);
    try {
      return await withDeadline(shared.lease(count), { ms: LEASE_TIMEOUT_MS }, () => {
        throw new Error(`no lease within ${LEASE_TIMEOUT_MS} ms`);
      });
    } catch (error) {
      restsUntil = now() + REST_MS;
      onError(error);
      return own.lease(count);
    }
  }

  async function lease(): Promise<void> {
    isLeasing = true;
    // As long as all that was leased is used there is a bulk at work: twice as many at a time, up to the most.
    const wanted = Math.max(wantedNext, waiting.length - moments.length);
    wantedNext = Math.min(MOST_LEASED, wantedNext * 2);
    const { count, waitMs, gapMs } = await leaseAtAll(Math.min(MOST_LEASED, wanted));
    // Counted from when the answer came: earlier would be before the moment the store meant.
    const first = now() + waitMs;
    for (let n = 0; n < count; n += 1) moments.push(first + n * gapMs);
    isLeasing = false;
    pump();
  }

  function pump(): void {
    clearTimeout(timer);
    const at = now();
    const fit = moments.filter((moment) => moment > at - LATEST_MS);
    if (fit.length < moments.length) wantedNext = 1;
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
    async acquire(options) {
      const permit = await local.acquire(options);
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        pump();
      });
      return permit;
    },
  };
}

/** Leases in memory, by the same arithmetic as the statement on the shared row: evenly spaced, for ever forward. */
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
