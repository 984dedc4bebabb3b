import { AppError, type ErrorCode, type Failure } from '../../errors.ts';
import type { Call } from '../call.ts';

/** Failures of the host itself; a code in a proper answer is none. */
const HOST_FAILURES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
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
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/**
 * Leaves a broken host alone: after so many failures in a row calls reject at once with `upstream_resting`, then a single one
 * probes, and with its success everything goes on. Those rejections hold the failure of the host that came last.
 */
export function withBreaker<Asked, Answered>(
  next: Call<Asked, Answered>,
  { failures, restMs, longestRestMs, now }: Options,
): Call<Asked, Answered> {
  let inARow = 0;
  let restingUntil = 0;
  let rest = restMs;
  let lastFailure: Failure | undefined;
  let isProbing = false;

  function isResting(): boolean {
    return inARow >= failures && (isProbing || now() < restingUntil);
  }

  function failed(isProbe: boolean): void {
    inARow += 1;
    // Calls that were under way when the host broke say nothing new: the rest would be at its longest at once.
    if (!isProbe && inARow !== failures) return;
    restingUntil = now() + rest;
    rest = Math.min(longestRestMs, rest * 2);
  }

  function worked(): void {
    inARow = 0;
    rest = restMs;
  }

  return async (asked, context) => {
    if (isResting())
      throw new AppError('upstream_resting', `left alone after ${inARow} failures in a row`, undefined, lastFailure);
    const isProbe = inARow >= failures;
    if (isProbe) isProbing = true;
    try {
      const answered = await next(asked, context);
      worked();
      return answered;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (HOST_FAILURES.has(error.failure.code)) {
        lastFailure = error.failure;
        failed(isProbe);
      } else if (error.failure.code !== 'out_of_time') worked();
      throw error;
    } finally {
      if (isProbe) isProbing = false;
    }
  };
}
