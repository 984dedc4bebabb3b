import pRetry from 'p-retry';
import { AppError, type ErrorCode } from '../errors.ts';
import type { AccountId, Lookup, LookupMany } from '../followstats/types.ts';
import { failAll } from './failed.ts';

/** What may be gone at the next attempt. Everything else would only be refused again. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'throttled',
  'upstream_failed',
  'upstream_timeout',
  'upstream_unreachable',
  'upstream_status',
  'upstream_garbled',
]);

interface Options {
  /** Attempts in all, the first included. */
  readonly attempts: number;
  /** The first wait is between this and twice this, each later one twice as long. */
  readonly minDelayMs: number;
}

/**
 * Asks again for what failed in passing, with back-off and jitter, until the attempts or the signal's time run out.
 * Only the accounts that failed are asked again; what was answered stays answered. Reads are idempotent, so asking
 * twice harms nobody.
 */
export function withRetry(next: LookupMany, { attempts, minDelayMs }: Options): LookupMany {
  return async (accounts, options) => {
    const answers = new Map<AccountId, Lookup>();
    let waiting = accounts;
    let last: unknown;

    async function attempt(): Promise<void> {
      for (const [account, lookup] of await next(waiting, options)) answers.set(account, lookup);
      waiting = waiting.filter((account) => isPassing(answers.get(account)));
      if (waiting.length > 0) throw new Unfinished();
    }

    try {
      await pRetry(attempt, {
        retries: attempts - 1,
        minTimeout: minDelayMs,
        randomize: true,
        onFailedAttempt: ({ error }) => {
          last = error;
        },
        shouldRetry: ({ error }) =>
          error instanceof Unfinished || (error instanceof AppError && PASSING.has(error.failure.code)),
        ...(options?.signal && { signal: options.signal }),
      });
      return answers;
    } catch (error) {
      // Cut off by the deadline, what the last attempt ran into says more than that the time is over.
      const ending = options?.signal?.aborted ? (last ?? new AppError('out_of_time', 'no time to ask')) : error;
      if (ending instanceof Unfinished) return answers;
      if (!(ending instanceof AppError) || answers.size === 0) throw ending;
      return new Map([...answers, ...failAll(waiting, ending.failure)]);
    }
  };
}

/** Some accounts are answered, others failed in passing: not an error, only a reason to go on. */
class Unfinished extends Error {}

function isPassing(lookup: Lookup | undefined): boolean {
  return lookup?.kind === 'failed' && PASSING.has(lookup.failure.code);
}
