import type { PostOutcome } from '../ports.ts';
import type { RunEnd } from '../run-ports.ts';
import type { Run, WaitReason } from '../runs.ts';
import { waitBeforeRetry } from './back-off.ts';
import { isTransientError, toFailReason } from './permanent-errors.ts';
import type { Prepared } from './prepare-post.ts';

/** What becomes of a run: it ends, or is put off by `waitMs`. `slackError`: Slack's own code, when it rejected the post. */
export type Decision =
  | { readonly kind: 'end'; readonly end: RunEnd; readonly slackError?: string | undefined }
  | {
      readonly kind: 'retry';
      readonly reason: WaitReason;
      readonly waitMs: number;
      readonly slackError?: string | undefined;
    };

interface Retry {
  readonly reason: WaitReason;
  /** What the other side asked for, milliseconds. */
  readonly retryAfterMs?: number | undefined;
  readonly slackError?: string | undefined;
}

/** The run goes back as it is, because its holder stops; it costs no wait. */
export const PUT_BACK: Decision = { kind: 'retry', reason: 'out_of_time', waitMs: 0 };

/** Puts a run off after a transient failure, or ends it as `failed` when its retries have run out. @param now Unix milliseconds */
export function retryOrFail(
  run: Pick<Run, 'attempts' | 'firstTriedAt'>,
  now: number,
  { reason, retryAfterMs, slackError }: Retry,
): Decision {
  const waitMs = waitBeforeRetry(run, now, retryAfterMs);
  return waitMs === undefined
    ? { kind: 'end', end: { state: 'failed', reason }, slackError }
    : { kind: 'retry', reason, waitMs, slackError };
}

/** Returns how a run ends, or when it is tried again, when there is nothing to post for it. @param now Unix milliseconds */
export function decideUnposted(
  prepared: Exclude<Prepared<never>, { readonly kind: 'post' }>,
  run: Pick<Run, 'attempts' | 'firstTriedAt'>,
  now: number,
): Decision {
  switch (prepared.kind) {
    case 'no-accounts':
      return { kind: 'end', end: { state: 'failed', reason: 'no-accounts' } };
    case 'unchanged':
      return { kind: 'end', end: { state: 'skipped', reason: 'unchanged' } };
    case 'retry':
      return retryOrFail(run, now, { reason: prepared.reason });
  }
}

interface Posted {
  readonly run: Pick<Run, 'attempts' | 'firstTriedAt'>;
  readonly reason: 'sign-of-life' | undefined;
  /** Unix milliseconds, when the outcome was known. */
  readonly now: number;
}

/** Returns how a run ends, or when it is tried again, after the call to Slack. */
export function decidePosted(outcome: PostOutcome, { run, reason, now }: Posted): Decision {
  switch (outcome.kind) {
    case 'posted': {
      const { channelId, ts } = outcome;
      return { kind: 'end', end: { state: 'posted', reason, post: { channelId, ts, at: now } } };
    }
    case 'no-answer':
      return { kind: 'end', end: { state: 'unknown', reason: 'no-answer' } };
    case 'rate-limited':
      return retryOrFail(run, now, { reason: 'rate-limited', retryAfterMs: outcome.retryAfterMs });
    case 'unreachable':
      return retryOrFail(run, now, { reason: 'slack-unreachable' });
    case 'rejected': {
      const { code } = outcome;
      if (isTransientError(code)) return retryOrFail(run, now, { reason: 'slack-unreachable', slackError: code });
      return { kind: 'end', end: { state: 'failed', reason: toFailReason(code) }, slackError: code };
    }
  }
}
