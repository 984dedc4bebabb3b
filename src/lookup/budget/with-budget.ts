import { AppError } from '../../errors.ts';
import type { ChatCall } from '../../followstats/types.ts';
import type { Call } from '../call.ts';
import type { RateBudget } from './rate-budget.ts';

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
