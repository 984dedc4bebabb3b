import { AppError } from '../errors.ts';
import type { ReadRelations, RelationOptions, RelationPage } from '../followstats/relations/ports.ts';
import type { Permit, RateBudget } from './budget/rate-budget.ts';
import type { Call } from './call.ts';

/** A page, and how many of it are wanted. */
type AskedPage = {
  readonly account: Parameters<ReadRelations>[0];
  readonly kind: Parameters<ReadRelations>[1];
  readonly cursor: string;
  readonly count: number;
};

interface Options {
  /** Asked again by itself for what failed transiently. */
  readonly call: Call<AskedPage, RelationPage>;
  /** That of `call`. */
  readonly budget: RateBudget;
  /** How many of a page are asked for: the most that Chat gives, and what it surely grants. */
  readonly perCall: { readonly most: number; readonly least: number };
}

/**
 * Reads lists a page at a time. Whether the most is granted isn't documented for every edition: where a page of that size is rejected,
 * it is asked for in the size that surely is, and so are all from then on. A person's page is asked for before those of exports.
 */
export function createReadRelations({ call, budget, perCall }: Options): ReadRelations {
  let count = perCall.most;

  return (account, kind, cursor, options = {}) =>
    withPermit(budget, options, async (context) => {
      const asked = { account, kind, cursor, count };
      try {
        return await call(asked, context);
      } catch (error) {
        const isSize = error instanceof AppError && error.failure.code === 'rejected_account';
        if (!isSize || asked.count === perCall.least) throw error;
        const page = await call({ ...asked, count: perCall.least }, { hasWaiters: context.hasWaiters });
        // Only now: the rejection may have been about the account.
        count = perCall.least;
        return page;
      }
    });
}

/**
 * Has a call made with a permit for who asks it.
 * @throws {AppError} `out_of_time` when the signal aborts before it has left; what `make` throws
 */
export async function withPermit<Answered>(
  budget: RateBudget,
  { signal, priority = 'person' }: RelationOptions,
  make: (context: { readonly permit: Permit; readonly hasWaiters: () => boolean }) => Promise<Answered>,
): Promise<Answered> {
  const urgency = priority === 'person' ? 'urgent' : 'normal';
  // A signal of its own, since a listener of the budget's stays with it.
  const wait = new AbortController();
  const onAbort = () => wait.abort();
  if (signal?.aborted) throw new AppError('out_of_time', 'the deadline passed before anything was asked');
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const permit = await budget.acquire({ urgency, signal: wait.signal }).catch((error: unknown) => {
      if (!wait.signal.aborted) throw error;
      throw new AppError('out_of_time', 'the deadline passed before a call could leave');
    });
    try {
      return await make({ permit, hasWaiters: () => !wait.signal.aborted });
    } finally {
      // Of a call that was never made; any other has released it.
      permit.release('unused');
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}
