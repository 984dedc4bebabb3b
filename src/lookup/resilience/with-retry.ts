import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { AppError, type ErrorCode, type Failure } from '../../errors.ts';
import type { AccountId, Lookup } from '../../followstats/types.ts';
import type { Ask, AskBatch } from '../ask-batch.ts';
import { failAll } from '../failed.ts';

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
  const wait = () => sleep(minDelayMs * (1 + random()));

  /**
   * Fills in what is still missing of `answers`.
   * @param left attempts that may still fail
   */
  async function repeat(accounts: readonly AccountId[], answers: (Lookup | undefined)[], left: number, ask: Ask) {
    const { isWanted = () => true, onError } = ask;
    let failures = 0;
    await pRetry(
      async () => {
        if (!isWanted()) throw new Unfinished();
        const places = [...accounts.keys()].filter((place) => isOpen(answers[place]));
        const asked = await next(
          places.map((place) => accounts[place] as AccountId),
          { isWanted },
        );
        for (const [n, place] of places.entries()) answers[place] = asked[n];
        const open = asked.find(isOpen);
        if (open) throw new Unfinished(open);
      },
      {
        // Counted here: with none left it would give up on being throttled, too.
        retries: Number.POSITIVE_INFINITY,
        minTimeout: minDelayMs * 3,
        factor: 3,
        randomize: true,
        shouldConsumeRetry: ({ error }) => !isThrottled(error),
        onFailedAttempt: ({ error }) => tellTrouble(error, onError),
        shouldRetry: async ({ error }) => {
          if (isThrottled(error)) await wait();
          else failures += 1;
          return isWorthAsking(error) && failures < left && isWanted();
        },
      },
    );
  }

  return async (accounts, ask = {}) => {
    let first: readonly Lookup[] = [];
    let firstError: unknown;
    try {
      first = await next(accounts, ask);
      const open = first.find(isOpen);
      if (attempts < 2 || !open) return first;
      firstError = new Unfinished(open);
    } catch (error) {
      if (attempts < 2 || !isWorthAsking(error)) throw error;
      firstError = error;
    }

    const answers: (Lookup | undefined)[] = [...first];
    tellTrouble(firstError, ask.onError);
    await wait();
    try {
      await repeat(accounts, answers, isThrottled(firstError) ? attempts : attempts - 1, ask);
    } catch (error) {
      // Nobody waits any more: what the first attempt ran into says more than that.
      if (answers.length === 0) throw error instanceof Unfinished ? firstError : error;
      // What was answered stands, and the rest keeps the failure it has, or takes that of the last attempt.
      if (error instanceof Unfinished) return answers as Lookup[];
      if (!(error instanceof AppError)) throw error;
      const [failed] = failAll(1, error.failure);
      return answers.map((answer) => (isOpen(answer) ? failed : answer)) as Lookup[];
    }
    return answers as Lookup[];
  };
}

/** Some accounts are answered, others failed in passing: not an error, only a reason to go on. */
class Unfinished extends Error {
  readonly failure: Failure | undefined;

  /** @param open one of those that failed; absent when nothing was asked */
  constructor(open?: Lookup) {
    super();
    this.failure = open?.kind === 'failed' ? open.failure : undefined;
  }
}

function tellTrouble(error: unknown, onError: Ask['onError']): void {
  if ((error instanceof Unfinished || error instanceof AppError) && error.failure) onError?.(error.failure);
}

function isThrottled(error: unknown): boolean {
  return error instanceof AppError && error.failure.code === 'throttled';
}

function isWorthAsking(error: unknown): boolean {
  return error instanceof Unfinished || (error instanceof AppError && PASSING.has(error.failure.code));
}

/** Not answered yet, or failed in passing. */
function isOpen(lookup: Lookup | undefined): boolean {
  return lookup === undefined || (lookup.kind === 'failed' && PASSING.has(lookup.failure.code));
}
