import { AppError } from '../errors.ts';
import type { AccountId, Lookup, LookupMany } from '../followstats/types.ts';
import { failAll, toFailure } from './failed.ts';

interface Options {
  /** Accounts per call; Chat takes at most 20. */
  readonly size: number;
  /** Calls of one question in flight at once. */
  readonly concurrency: number;
}

/**
 * Splits one big question into small ones, several in flight. A batch that fails marks its own accounts, never its
 * neighbours'; only when every batch failed is the first failure thrown, since then nothing could be asked at all.
 * Once the signal aborts no further batch is asked.
 */
export function withBatches(next: LookupMany, { size, concurrency }: Options): LookupMany {
  return async (accounts, options) => {
    const waiting = chunk(accounts, size);
    const answers = new Map<AccountId, Lookup>();
    const errors: unknown[] = [];
    let refusal: unknown;
    const batches = waiting.length;

    async function ask(batch: readonly AccountId[]): Promise<ReadonlyMap<AccountId, Lookup>> {
      try {
        if (refusal) throw refusal;
        if (options?.signal?.aborted) throw new AppError('out_of_time', 'the deadline passed before a batch was asked');
        return await next(batch, options);
      } catch (error) {
        errors.push(error);
        const failure = toFailure(error);
        // Every other call would be refused for the same reason, and Chat locks out who repeats a bad signature (70050).
        if (failure.code === 'needs_admin') refusal ??= error;
        return failAll(batch, failure);
      }
    }

    async function drain(): Promise<void> {
      for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
        for (const [account, lookup] of await ask(batch)) answers.set(account, lookup);
      }
    }

    await Promise.all(Array.from({ length: Math.min(concurrency, batches) }, drain));
    if (batches > 0 && errors.length === batches) throw errors[0];
    return answers;
  };
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}
