import { AppError, type Failure } from '../errors.ts';
import type { AccountId, ChatCall, FailedAccount } from '../followstats/types.ts';
import type { Permit, RateBudget } from './budget/rate-budget.ts';

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
  /** Called for each attempt that is followed by another, with what those accounts ran into that are asked again. */
  readonly onAttemptFailed?: ((failures: ReadonlyMap<AccountId, Failure>) => void) | undefined;
}

/**
 * One call to a Chat command, with whatever stands around it (repeats, hedges, …).
 * Rejects with `AppError` when nothing of it could be answered, with anything else only for a bug.
 */
export type Call<Asked, Answered> = (asked: Asked, context?: CallContext) => Promise<Answered>;

/**
 * No call leaves without a permit, and every permit learns how its call ended. Innermost: repeats and hedges pass here, too.
 * Rejects as the call does; with `AppError` `out_of_time` when the permit for a repeat comes too late for all that waited.
 */
export function withBudget<Asked, Answered>(
  call: ChatCall<Asked, Answered>,
  budget: RateBudget,
): Call<Asked, Answered> {
  return async (asked, { permit: given, hasWaiters = () => true, onSent } = {}) => {
    let permit = given ?? (await budget.acquire({ urgency: 'urgent' }));
    if (!given && !hasWaiters()) {
      permit.release('unused');
      throw new AppError('out_of_time', 'no look-up waited any more when the permit for a repeat came');
    }
    onSent?.();
    try {
      const answer = await call(asked, {
        async nextPermit() {
          // Released before the next one is acquired: a small budget would wait for itself.
          permit.release('taken');
          permit = await budget.acquire({ urgency: 'urgent' });
        },
      });
      permit.release('taken');
      return answer;
    } catch (error) {
      permit.release(error instanceof AppError && error.failure.code === 'throttled' ? 'rejected' : 'unknown');
      throw error;
    }
  };
}

/** @returns the same failure for each of `count` accounts */
export function failAll(count: number, failure: Failure): readonly FailedAccount[] {
  return new Array<FailedAccount>(count).fill({ kind: 'failed', failure });
}

/** @returns the failure of an `AppError`. @throws anything else, which is a bug and must not become data */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof AppError)) throw error;
  return error.failure;
}
