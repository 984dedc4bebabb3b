import { AppError, type ErrorCode, type Failure } from '../../errors.ts';
import type { AccountId, FailedAccount } from '../../followstats/types.ts';
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

/** What was read of an account, in any form that tells itself from a failure. */
interface Kinded {
  readonly kind: string;
}

/**
 * Asks again for what failed transiently, with back-off and jitter, while any look-up waits for it. Only the accounts that
 * failed are asked again; reads are idempotent.
 * @returns a call that rejects with the last attempt's error when no attempt answered for any account
 */
export function withRetry<Found extends Kinded>(
  next: Call<readonly AccountId[], readonly (Found | FailedAccount)[]>,
  { attempts, minDelayMs, random, timers }: Options,
): Call<readonly AccountId[], readonly (Found | FailedAccount)[]> {
  return async (accounts, context = {}) => {
    const { permit, hasWaiters = () => true, onAttemptFailed } = context;
    const answers: (Found | FailedAccount | undefined)[] = new Array(accounts.length).fill(undefined);

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
      if (!failure) return answers as (Found | FailedAccount)[];
      if (failure.code !== 'throttled') failures += 1;
      if (!TRANSIENT.has(failure.code) || failures >= attempts) return settle(answers, error);
      onAttemptFailed?.(failuresOf(error));
      if (hasWaiters()) await timers.sleep(waitAfter(failure, failures, { minDelayMs, random }));
      if (!hasWaiters()) return settle(answers, error);
    }
  };
}

/**
 * The same for a call that isn't about accounts which fail one by one: it is asked again as a whole.
 * @returns a call that rejects with the last attempt's error
 */
export function withCallRetry<Asked, Answered>(
  next: Call<Asked, Answered>,
  { attempts, minDelayMs, random, timers }: Options,
): Call<Asked, Answered> {
  return async (asked, context = {}) => {
    const { permit, hasWaiters = () => true } = context;
    for (let failures = 0, isFirst = true; ; isFirst = false) {
      try {
        return await next(asked, isFirst ? { permit, hasWaiters } : { hasWaiters });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const { failure } = error;
        if (failure.code !== 'throttled') failures += 1;
        if (!TRANSIENT.has(failure.code) || failures >= attempts || !hasWaiters()) throw error;
        await timers.sleep(waitAfter(failure, failures, { minDelayMs, random }));
        if (!hasWaiters()) throw error;
      }
    }
  };
}

/** @returns the wait before the next attempt, milliseconds. @param failures so many in a row that were no throttling */
function waitAfter(
  { code }: Failure,
  failures: number,
  { minDelayMs, random }: Pick<Options, 'minDelayMs' | 'random'>,
): number {
  const base = code === 'throttled' ? minDelayMs : minDelayMs * 3 ** (failures - 1);
  return base * (1 + random());
}

/** Not answered yet, or failed transiently. */
function isOpen(answer: Kinded | undefined): boolean {
  const failure = failureOf(answer);
  return answer === undefined || (failure !== undefined && TRANSIENT.has(failure.code));
}

function failureOf(answer: Kinded | undefined): Failure | undefined {
  return answer?.kind === 'failed' ? (answer as FailedAccount).failure : undefined;
}

/** What was answered stands; the rest takes the error of the last attempt, or keeps its own failure without one. */
function settle<Found extends Kinded>(
  answers: readonly (Found | FailedAccount | undefined)[],
  error: AppError | undefined,
): readonly (Found | FailedAccount)[] {
  if (!error) return answers as readonly (Found | FailedAccount)[];
  if (answers.every((answer) => answer === undefined)) throw error;
  const [failed] = failAll(1, error.failure);
  return answers.map((answer) => (isOpen(answer) ? failed : answer)) as readonly (Found | FailedAccount)[];
}
