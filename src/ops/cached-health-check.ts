import { withDeadline } from '../deadline.ts';

interface Options {
  /** Rejects when what is checked is not well. */
  readonly check: () => Promise<void>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** How long an outcome counts, milliseconds, so that frequent calls don't burden what is checked. */
  readonly keptMs: number;
  /** A check that takes longer has failed, milliseconds. */
  readonly timeLimitMs: number;
  /** Called with the reason, once for each check that failed. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Returns a function that says whether something is well, by its last check or, when that was too long ago, by a new one.
 * The function never rejects.
 */
export function createCachedHealthCheck({
  check,
  now,
  keptMs,
  timeLimitMs,
  onFailure,
}: Options): () => Promise<boolean> {
  let last: { readonly at: number; readonly isWell: Promise<boolean> } | undefined;

  async function begin(): Promise<boolean> {
    try {
      await withDeadline(check(), { ms: timeLimitMs }, () => {
        throw new Error(`no answer in ${timeLimitMs} ms`);
      });
      return true;
    } catch (error) {
      onFailure(error);
      return false;
    }
  }

  return () => {
    if (!last || now() - last.at >= keptMs) last = { at: now(), isWell: begin() };
    return last.isWell;
  };
}
