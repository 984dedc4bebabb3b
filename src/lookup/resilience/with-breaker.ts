import { AppError, type ErrorCode } from '../../errors.ts';
import type { AskBatch } from '../ask-batch.ts';

/** Trouble of the host itself; a code in a proper answer is none. */
const HOST_TROUBLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'upstream_unreachable',
  'upstream_status',
  'upstream_timeout',
  'upstream_garbled',
]);

interface Options {
  /** Failures in a row after which the host is left alone. */
  readonly failures: number;
  /** For how long at first, milliseconds; doubled while the probes fail. */
  readonly restMs: number;
  readonly longestRestMs: number;
  /** Monotonic milliseconds: a clock set back must not stop the calls. */
  readonly now: () => number;
}

/**
 * Leaves a broken host alone: after so many failures in a row calls fail at once with `upstream_resting`, then a single
 * one probes, and with its success everything goes on.
 */
export function withBreaker(next: AskBatch, { failures, restMs, longestRestMs, now }: Options): AskBatch {
  let inARow = 0;
  let restingUntil = 0;
  let rest = restMs;
  let isProbing = false;

  function refuse(): AppError | undefined {
    if (inARow < failures) return undefined;
    const left = restingUntil - now();
    if (left <= 0 && !isProbing) return undefined;
    return new AppError('upstream_resting', `left alone after ${inARow} failures in a row`);
  }

  function failed(isProbe: boolean): void {
    inARow += 1;
    // What was under way when the host broke says nothing new: the rest would be at its longest at once.
    const isNews = isProbe || inARow === failures;
    if (!isNews) return;
    restingUntil = now() + rest;
    rest = Math.min(longestRestMs, rest * 2);
  }

  function worked(): void {
    inARow = 0;
    rest = restMs;
  }

  return async (accounts, ask) => {
    const refusal = refuse();
    if (refusal) {
      ask?.slot?.done('unused');
      throw refusal;
    }
    const isProbe = inARow >= failures;
    if (isProbe) isProbing = true;
    try {
      const answers = await next(accounts, ask);
      worked();
      return answers;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (HOST_TROUBLE.has(error.failure.code)) failed(isProbe);
      else worked();
      throw error;
    } finally {
      if (isProbe) isProbing = false;
    }
  };
}
