import { AppError } from '../../errors.ts';
import type { AccountId, ChatCall, Lookup } from '../../followstats/types.ts';
import type { AskBatch } from '../ask-batch.ts';
import type { RateBudget } from './rate-budget.ts';

/**
 * No call leaves without a slot, and every slot learns how its call ended. Innermost: repeats and hedges pass here, too.
 * A call made again within one (after signing anew) gives its slot back before it asks for the next: holding both, a small
 * budget would wait for itself.
 */
export function withBudget(next: ChatCall<readonly AccountId[], readonly Lookup[]>, budget: RateBudget): AskBatch {
  return async (accounts, { slot: given } = {}) => {
    let slot = given ?? (await budget.acquire('ahead'));
    try {
      const answers = await next(accounts, {
        async callAgain(call) {
          slot.done('taken');
          slot = await budget.acquire('ahead');
          return call();
        },
      });
      slot.done('taken');
      return answers;
    } catch (error) {
      slot.done(error instanceof AppError && error.failure.code === 'throttled' ? 'rejected' : 'unknown');
      throw error;
    }
  };
}
