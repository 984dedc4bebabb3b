import { createMemoryPermitSource, type Lease, type PermitSource } from './leased-budget.ts';

interface Options {
  /** Leases of what all replicas share, at so many calls a second. */
  readonly leasePermits: (callsPerSecond: number) => PermitSource;
  /** The whole budget. */
  readonly callsPerSecond: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Told when the shared source fails; not again while it rests. */
  readonly onError: (error: unknown) => void;
}

/** Leased is a little under the budget, since the replicas' timers and the network bunch what leaves evenly. */
const LEASED_SHARE = 0.96;
/** What a replica allows itself meanwhile: with up to ten of them the budget is kept all the same. */
const OWN_SHARE = 0.1;
const TIME_LIMIT_MS = 1000;
/** After a failure the shared source is left alone for so long, so that not every call waits for it. */
const REST_MS = 5000;

/**
 * A source that always answers: people's questions go on, slower, while the database restarts or fails over. Failing them
 * instead would turn a pause of the database into an outage of the look-up, which itself needs no database.
 */
export function createLeaseWithFallback({ leasePermits, callsPerSecond, now, onError }: Options): PermitSource {
  const shared = leasePermits(callsPerSecond * LEASED_SHARE);
  const own = createMemoryPermitSource(callsPerSecond * OWN_SHARE, now);
  let restsUntil = Number.NEGATIVE_INFINITY;
  return {
    async lease(count) {
      if (now() < restsUntil) return own.lease(count);
      try {
        return await inTime(shared.lease(count));
      } catch (error) {
        restsUntil = now() + REST_MS;
        onError(error);
        return own.lease(count);
      }
    },
  };
}

async function inTime(leasing: Promise<Lease>): Promise<Lease> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no lease within ${TIME_LIMIT_MS} ms`)), TIME_LIMIT_MS);
  });
  return Promise.race([leasing, limit]).finally(() => clearTimeout(timer));
}
