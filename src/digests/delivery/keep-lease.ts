/** How long a run, or a watch that is looked at, is its holder's after the latest renewal, milliseconds: a process that died holds it no longer. */
export const LEASE_MS = 60_000;
const RENEWED_EVERY_MS = LEASE_MS / 3;

/** Renews a lease. @returns whether it is still its holder's */
interface Leases<Held> {
  renew(claim: Held, leaseMs: number): Promise<boolean>;
}

/** A lease that is being kept. */
export interface KeptLease {
  /** Aborts when the run turned out to be another's. */
  readonly signal: AbortSignal;
  /** Ends the renewing. */
  release(): void;
}

/**
 * Renews the lease of a claim until it is released. A renewal that the store fails is left to the next one: a holder that has
 * lost its run learns that at the latest from its next step.
 */
export function keepLease<Held>(claim: Held, runs: Leases<Held>): KeptLease {
  const lost = new AbortController();
  const timer = setInterval(async () => {
    const isOurs = await runs.renew(claim, LEASE_MS).catch(() => true);
    if (!isOurs) lost.abort();
  }, RENEWED_EVERY_MS);
  timer.unref();
  return { signal: lost.signal, release: () => clearInterval(timer) };
}
