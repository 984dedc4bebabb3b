/** A transient failure is waited out for so long from the first attempt on; then the run fails. */
const PATIENCE_MS = 15 * 60_000;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 4 * 60_000;

interface Tried {
  /** Attempts so far, at least 1. */
  readonly attempts: number;
  /** Unix milliseconds; `undefined` before the first. */
  readonly firstTriedAt: number | undefined;
}

/**
 * How long to wait before the next attempt, milliseconds: 15 s, doubled each time up to four minutes, the last attempt at
 * the end of the 15 minutes. `undefined` when they have run out.
 * @param now Unix milliseconds, by the store's clock
 * @param retryAfterMs what the other side asked for; waited for in full even so, if it is within the 15 minutes
 */
export function waitBeforeRetry({ attempts, firstTriedAt }: Tried, now: number, retryAfterMs = 0): number | undefined {
  const leftMs = (firstTriedAt ?? now) + PATIENCE_MS - now;
  if (leftMs <= 0 || retryAfterMs > leftMs) return undefined;
  const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
  return Math.max(Math.min(waitMs, leftMs), retryAfterMs);
}

/** For the rest of the attempt, which the wait is decided at the end of. */
const SPARE_MS = 60_000;

/** Whether a wait that the other side asks for is surely within the patience, as `waitBeforeRetry` counts it a moment later. */
export function isWaitedFor(tried: Tried, now: number, retryAfterMs: number): boolean {
  return waitBeforeRetry(tried, now + SPARE_MS, retryAfterMs) !== undefined;
}
