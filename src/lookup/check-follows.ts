import { AppError } from '../errors.ts';
import type { CheckFollows, Follows } from '../followstats/relations/ports.ts';
import type { AccountId, FailedAccount, LookupMany } from '../followstats/types.ts';
import type { RateBudget } from './budget/rate-budget.ts';
import { type Call, failAll, toFailure } from './call.ts';
import { withPermit } from './read-relations.ts';
import { withIsolation } from './resilience/with-isolation.ts';

type Answers = readonly (Follows | FailedAccount)[];

interface Options {
  /** About `size` others at most. */
  readonly call: Call<{ readonly account: AccountId; readonly others: readonly AccountId[] }, Answers>;
  /** Asks again for what failed transiently. */
  readonly withRetry: (next: Call<readonly AccountId[], Answers>) => Call<readonly AccountId[], Answers>;
  /** That of `call`. */
  readonly budget: RateBudget;
  readonly size: number;
  readonly lookup: LookupMany;
}

/**
 * Checks in calls of at most `size` others, all under way at once as far as the budget lets them. One unknown account among the others
 * that makes its whole call fail is found by halves; whether it is the account itself that Chat doesn't know is found out before that,
 * since every half would fail.
 */
export function createCheckFollows({ call, withRetry, budget, size, lookup }: Options): CheckFollows {
  /** @returns why the account itself can't be read, when Chat doesn't know it */
  async function findMissing(account: AccountId, signal: AbortSignal | undefined): Promise<AppError | undefined> {
    const answers = await lookup([account], { signal, fresh: true }).catch((error: unknown) => {
      // What else is wrong comes to light with the calls that follow.
      toFailure(error);
      return undefined;
    });
    const found = answers?.get(account);
    if (found?.kind !== 'failed' || found.failure.code !== 'missing_account') return undefined;
    return new AppError('missing_account', 'the account whose follows were checked is unknown', found.failure.upstream);
  }

  return async (account, others, options = {}) => {
    let looking: Promise<AppError | undefined> | undefined;
    let missing: AppError | undefined;
    const errors: AppError[] = [];

    const checkOnce: Call<readonly AccountId[], Answers> = async (asked, context) => {
      try {
        return await call({ account, others: asked }, context);
      } catch (error) {
        if (toFailure(error).code === 'missing_account') {
          looking ??= findMissing(account, options.signal);
          missing = await looking;
        }
        throw error;
      }
    };
    const patient = withRetry(withIsolation(checkOnce));

    async function checkPart(part: readonly AccountId[]): Promise<Answers> {
      try {
        return await withPermit(budget, options, ({ permit, hasWaiters }) =>
          patient(part, { permit, hasWaiters: () => !missing && hasWaiters() }),
        );
      } catch (error) {
        const failure = toFailure(error);
        errors.push(error as AppError);
        return failAll(part.length, failure);
      }
    }

    const parts = chunksOf(others, size);
    const answers = (await Promise.all(parts.map(checkPart))).flat();
    if (missing) throw missing;
    // What is known of some is worth more than an error.
    if (errors[0] && errors.length === parts.length) throw errors[0];
    return new Map(others.map((other, place) => [other, answers[place] as Follows | FailedAccount]));
  };
}

function chunksOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}
