import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { AppError, type ErrorCode } from '../errors.ts';
import type { AccountId, Lookup } from '../followstats/types.ts';
import type { Ask, AskBatch } from './ask-batch.ts';
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
  /** Attempts in all, the first included. Being throttled uses up none: it is no failure, only a wait. */
  readonly attempts: number;
  /** The first wait is between this and twice this, each later one three times as long. */
  readonly minDelayMs: number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}

/**
 * Asks again for what failed in passing, with back-off and jitter, while anybody waits for it. Only the accounts that
 * failed are asked again; what was answered stays answered. Reads are idempotent, so asking twice harms nobody.
 */
export function withRetry(next: AskBatch, { attempts, minDelayMs, random }: Options): AskBatch {
  const wait = (signal: AbortSignal | undefined) => sleep(minDelayMs * (1 + random()), undefined, { signal });

  /** @param left attempts that may still fail */
  async function repeat(
    answers: Map<AccountId, Lookup>,
    waiting: AccountId[],
    left: number,
    { signal }: Ask,
  ): Promise<void> {
    let failures = 0;
    await pRetry(
      async () => {
        for (const [account, lookup] of await next([...waiting], { signal })) answers.set(account, lookup);
        waiting.splice(0, waiting.length, ...waiting.filter((account) => isPassing(answers.get(account))));
        if (waiting.length > 0) throw new Unfinished();
      },
      {
        // Counted here: with none left it would give up on being throttled, too.
        retries: Number.POSITIVE_INFINITY,
        minTimeout: minDelayMs * 3,
        factor: 3,
        randomize: true,
        shouldConsumeRetry: ({ error }) => !isThrottled(error),
        shouldRetry: async ({ error }) => {
          if (isThrottled(error)) await wait(signal);
          else failures += 1;
          return isWorthAsking(error) && failures < left;
        },
        ...(signal && { signal }),
      },
    );
  }

  return async (accounts, ask = {}) => {
    const answers = new Map<AccountId, Lookup>();
    const waiting: AccountId[] = [];
    let last: unknown;
    try {
      const first = await next(accounts, ask);
      for (const [account, lookup] of first) if (isPassing(lookup)) waiting.push(account);
      if (waiting.length === 0 || attempts < 2) return first;
      for (const [account, lookup] of first) answers.set(account, lookup);
    } catch (error) {
      if (!isWorthAsking(error) || attempts < 2) throw error;
      last = error;
      waiting.push(...accounts);
    }

    try {
      await wait(ask.signal);
      await repeat(answers, waiting, isThrottled(last) ? attempts : attempts - 1, ask);
      return answers;
    } catch (error) {
      // Nobody waits any more: what the attempts ran into says more than that.
      const isGivenUp = ask.signal?.aborted;
      if (answers.size === 0) throw isGivenUp ? last : error;
      if (isGivenUp || error instanceof Unfinished) return answers;
      if (!(error instanceof AppError)) throw error;
      return new Map([...answers, ...failAll(waiting, error.failure)]);
    }
  };
}

/** Some accounts are answered, others failed in passing: not an error, only a reason to go on. */
class Unfinished extends Error {}

function isThrottled(error: unknown): boolean {
  return error instanceof AppError && error.failure.code === 'throttled';
}

function isWorthAsking(error: unknown): boolean {
  return error instanceof Unfinished || (error instanceof AppError && PASSING.has(error.failure.code));
}

function isPassing(lookup: Lookup | undefined): boolean {
  return lookup?.kind === 'failed' && PASSING.has(lookup.failure.code);
}
