import { withDeadline } from '../../deadline.ts';
import type { RateBudget } from './rate-budget.ts';
import { createSourceClock } from './source-clock.ts';

/** Some calls that may leave, one after the other: the first `waitMs` after `decidedAt`, each later one `gapMs` after that before it. */
export interface Lease {
  readonly count: number;
  readonly waitMs: number;
  readonly gapMs: number;
  /** By the source's clock, milliseconds. */
  readonly decidedAt: number;
}

/** Where replicas get their shares of one budget: a row in a common database, by that database's clock. */
export interface PermitSource {
  /**
   * @param count wanted, at least 1; the lease may hold fewer, never more, and never none
   * @param leadMs the first call comes at the earliest so long after the source decides; by default at once
   * @returns may reject with whatever the database says, or take for ever
   */
  lease(count: number, leadMs?: number): Promise<Lease>;
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
/** What a replica allows itself while the source fails: the budget is kept while two do and all others go on leasing. */
const OWN_SHARE = 0.02;
/** Of a small budget as well, so that the look-up goes on. */
const LEAST_OWN_PER_SECOND = 0.5;
const LEASE_TIMEOUT_MS = 1000;
/** After a failure the shared source is left alone for so long, so that not every call waits for it. */
const REST_MS = 5000;
/** Leases in a row until one is answered so soon that it is known when the source decides. */
const MOST_TRIES = 6;
/** With a source that always takes as long as this the budget is kept all the same, but for the difference between replicas. */
const MOST_UNSURE_MS = 100;

/**
 * The budget of one replica among several: a call leaves when the local budget lets it and a leased moment has come. While the
 * source fails, calls go on slower: a pause of the database is no outage of the look-up, which itself needs none. Only
 * the wait for the local budget can be given up; the leased moment comes soon after it, and the permit may be released unused.
 */
export function createLeasedBudget({ local, leasePermits, callsPerSecond, now, onError }: Options): RateBudget {
  const shared = leasePermits(callsPerSecond * LEASED_SHARE);
  const own = createMemoryPermitSource(Math.max(callsPerSecond * OWN_SHARE, LEAST_OWN_PER_SECOND), now);
  const sourceClock = createSourceClock();
  const waiting: (() => void)[] = [];
  let moments: number[] = [];
  let isLeasing = false;
  let wantedNext = 1;
  let restsUntil = Number.NEGATIVE_INFINITY;
  /** Moments sooner than this have passed when the answer comes, as the last one did. */
  let leadMs = 0;
  let timer: NodeJS.Timeout | undefined;

  /** @returns the moments of some leased calls. Rejects when the source fails, or answers too late to know which moments it meant */
  async function leaseShared(count: number, triesLeft = MOST_TRIES): Promise<readonly number[]> {
    const askedAt = now();
    const lease = await withDeadline(shared.lease(count, leadMs), { ms: LEASE_TIMEOUT_MS }, () => {
      throw new Error(`no lease within ${LEASE_TIMEOUT_MS} ms`);
    });
    const answeredAt = now();
    const { at, unsureMs, wasSetForward } = sourceClock.read({ askedAt, answeredAt, decidedAt: lease.decidedAt });
    if (wasSetForward) throw new Error('the clock of the store was set forward');
    const lateMs = answeredAt - at;
    leadMs = lateMs > LATEST_MS ? lateMs : 0;
    // Calls would leave later than meant, together with those of other replicas.
    if (unsureMs > LATEST_MS && triesLeft > 1) return leaseShared(1, triesLeft - 1);
    if (unsureMs > MOST_UNSURE_MS) throw new Error(`leases take more than ${MOST_UNSURE_MS} ms`);
    return momentsOf(lease, at);
  }

  /** Never rejects. */
  async function leaseAtAll(count: number): Promise<readonly number[]> {
    if (now() >= restsUntil) {
      try {
        return await leaseShared(count);
      } catch (error) {
        restsUntil = now() + REST_MS;
        onError(error);
      }
    }
    return momentsOf(await own.lease(1), now());
  }

  async function lease(): Promise<void> {
    isLeasing = true;
    // As long as all that was leased is used there is a bulk at work: twice as many at a time, up to the most.
    const wanted = Math.max(wantedNext, waiting.length - moments.length);
    wantedNext = Math.min(MOST_LEASED, wantedNext * 2);
    const leased = await leaseAtAll(Math.min(MOST_LEASED, wanted));
    moments = [...moments, ...leased].toSorted((a, b) => a - b);
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
    // Its own moments lie far apart: the next one is taken when one has come, or the source is asked again by then.
    const isEnough = at < restsUntil ? moments.length > 0 : moments.length >= waiting.length;
    if (!isEnough && !isLeasing) void lease();
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

function momentsOf({ count, waitMs, gapMs }: Lease, decidedAt: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => decidedAt + waitMs + n * gapMs);
}

/** Leases in memory, by the same arithmetic as the statement on the shared row: evenly spaced, for ever forward. */
export function createMemoryPermitSource(callsPerSecond: number, now: () => number): PermitSource {
  const gapMs = 1000 / callsPerSecond;
  let free = Number.NEGATIVE_INFINITY;
  return {
    async lease(count, leadMs = 0) {
      const at = now();
      const first = Math.max(free, at + leadMs);
      free = first + count * gapMs;
      return { count, waitMs: first - at, gapMs, decidedAt: at };
    },
  };
}
