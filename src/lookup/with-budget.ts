import { AppError } from '../errors.ts';
import type { LookupMany } from '../followstats/types.ts';
import type { AskBatch } from './ask-batch.ts';
import type { RateBudget } from './rate-budget.ts';

/** No call leaves without a slot, and every slot learns how its call ended. Innermost: repeats and hedges pass here, too. */
export function withBudget(next: LookupMany, budget: RateBudget): AskBatch {
  return async (accounts, { slot: given } = {}) => {
    const slot = given ?? (await budget.acquire('ahead'));
    try {
      const answers = await next(accounts);
      slot.done('taken');
      return answers;
    } catch (error) {
      slot.done(error instanceof AppError && error.failure.code === 'throttled' ? 'rejected' : 'unknown');
      throw error;
    }
  };
}

/** Makes a single call within the budget, for those that are no batch of their own. */
export function withinBudget(budget: RateBudget) {
  return async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    const slot = await budget.acquire('ahead');
    try {
      return await call();
    } finally {
      slot.done('unknown');
    }
  };
}
