import type { RateBudget } from './rate-budget.ts';

/**
 * The same budget, which takes note of how long each permit was waited for.
 * @param onAsk called when a permit is asked for; what it returns, when it is there: never for a wait that was given up
 */
export function withWaitNote({ acquire }: RateBudget, onAsk: () => () => void): RateBudget {
  return {
    async acquire(options) {
      const onPermit = onAsk();
      const permit = await acquire(options);
      onPermit();
      return permit;
    },
  };
}
