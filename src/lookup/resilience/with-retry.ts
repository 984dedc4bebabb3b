import { AppError, type ErrorCode, type Failure } from '../../errors.ts';
import type { AccountId, Lookup } from '../../followstats/types.ts';
import type { Timers } from '../../timers.ts';
import { type Call, failAll } from '../call.ts';

/** May be gone at the next attempt. Everything else would only be rejected again. */
const TRANSIENT: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
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
  /** The wait after the first failure is between this and twice this, after each later one three times as long. */
  readonly minDelayMs: number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly timers: Pick<Timers, 'sleep'>;
}

type Answers = (Lookup | undefined)[];

/**
 * Asks again for what failed transiently, with back-off and jitter, while any look-up waits for it. Only the accounts that
 * failed are asked again; reads are idempotent.
 * @returns a call that rejects with the last attempt's error when no attempt answered for any account
 */
export function withRetry(
  next: Call<readonly AccountId[], readonly Lookup[]>,
  { attempts, minDelayMs, random, timers }: Options,
): Call<readonly AccountId[], readonly Lookup[]> {
  return async (accounts, context = {}) => {
    const { permit, hasWaiters = () => true, onAttemptFailed } = context;
    const answers: Answers = new Array(accounts.length).fill(undefined);

    /** Writes what an attempt answers. @returns the error when it failed as a whole. @throws bugs */
    async function attempt(isFirst: boolean): Promise<AppError | undefined> {
      const places = [...answers.keys()].filter((place) => isOpen(answers[place]));
      const asked = places.map((place) => accounts[place] as AccountId);
      try {
        const answered = await next(asked, isFirst ? { permit, hasWaiters } : { hasWaiters });
        for (const [n, place] of places.entries()) answers[place] = answered[n];
        return undefined;
      } catch (error) {
        if (error instanceof AppError) return error;
        throw error;
      }
    }

    /** What each account ran into that has no answer yet. @param error when the attempt failed as a whole */
    function failuresOf(error: AppError | undefined): ReadonlyMap<AccountId, Failure> {
      const open = accounts.flatMap((account, place) => {
        const failure = isOpen(answers[place]) ? (error?.failure ?? failureOf(answers[place])) : undefined;
        return failure ? [[account, failure] as const] : [];
      });
      return new Map(open);
    }

    for (let failures = 0, isFirst = true; ; isFirst = false) {
      const error = await attempt(isFirst);
      const failure = error?.failure ?? failureOf(answers.find(isOpen));
      if (!failure) return answers as Lookup[];
      const isThrottled = failure.code === 'throttled';
      if (!isThrottled) failures += 1;
      if (!TRANSIENT.has(failure.code) || failures >= attempts) return settle(answers, error);
      onAttemptFailed?.(failuresOf(error));
      const base = isThrottled ? minDelayMs : minDelayMs * 3 ** (failures - 1);
      if (hasWaiters()) await timers.sleep(base * (1 + random()));
      if (!hasWaiters()) return settle(answers, error);
    }
  };
}

/** Not answered yet, or failed transiently. */
function isOpen(lookup: Lookup | undefined): boolean {
  return lookup === undefined || (lookup.kind === 'failed' && TRANSIENT.has(lookup.failure.code));
}

function failureOf(lookup: Lookup | undefined): Failure | undefined {
  return lookup?.kind === 'failed' ? lookup.failure : undefined;
}

/** What was answered stands; the rest takes the error of the last attempt, or keeps its own failure without one. */
function settle(answers: Answers, error: AppError | undefined): readonly Lookup[] {
  if (!error) return answers as Lookup[];
  if (answers.every((answer) => answer === undefined)) throw error;
  const [failed] = failAll(1, error.failure);
  return answers.map((answer) => (isOpen(answer) ? failed : answer)) as Lookup[];
}
