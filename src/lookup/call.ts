import { AppError, type Failure } from '../errors.ts';
import type { Lookup } from '../followstats/types.ts';
import type { Permit } from './budget/rate-budget.ts';

/** What belongs to one call on its way to Chat, for the layers it passes. */
export interface CallContext {
  /** For the first attempt; every other (repeat, hedge, half) gets one of its own. Released by the one who acquired it. */
  readonly permit?: Permit | undefined;
  /**
   * Whether anything of the answer is still waited for. Looked at before a further attempt is made; an attempt under way has
   * its own time limit and counts with Chat anyway, so it isn't cut off.
   */
  readonly hasWaiters?: (() => boolean) | undefined;
  /** Called when an attempt leaves, once it has its permit. */
  readonly onSent?: (() => void) | undefined;
  /** Called with the failure of each attempt that is followed by another. */
  readonly onAttemptFailed?: ((failure: Failure) => void) | undefined;
}

/**
 * One call to a Chat command, with whatever stands around it (repeats, hedges, …).
 * Rejects with `AppError` when nothing of it could be answered, with anything else only for a bug.
 */
export type Call<Asked, Answered> = (asked: Asked, context?: CallContext) => Promise<Answered>;

/** @returns the same failure for each of `count` accounts */
export function failAll(count: number, failure: Failure): readonly Lookup[] {
  return new Array<Lookup>(count).fill({ kind: 'failed', failure });
}

/** @returns the failure of an `AppError`. @throws anything else, which is a bug and must not become data */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof AppError)) throw error;
  return error.failure;
}
