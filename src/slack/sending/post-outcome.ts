import { webApi } from '@slack/bolt';
import type { PostOutcome } from '../../digests/ports.ts';
import { isHalfDone, isSlackCode } from './content-rejected.ts';

/** Errors of a connection that never came about: not a byte was sent. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What an error of a single `chat.postMessage` says of the post. Where it isn't certain that nothing was posted, the outcome is `no-answer`. */
export function toPostOutcome(error: unknown): PostOutcome {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'rate-limited', retryAfterMs: error.retryAfter * 1000 };
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: code } = error.data;
    return isSlackCode(code) && !isHalfDone(code) ? { kind: 'rejected', code } : { kind: 'no-answer' };
  }
  const isUnsent = error instanceof webApi.WebAPIRequestError && NEVER_SENT.has(codeOf(error.original) ?? '');
  return { kind: isUnsent ? 'unreachable' : 'no-answer' };
}

/** Why nothing was posted, or may not have been, for the log: Slack's code, else the kind of the outcome. */
export function outcomeReason(outcome: PostOutcome): string {
  return outcome.kind === 'rejected' ? outcome.code : outcome.kind;
}

/** Nothing was posted to a person, or may not have been, and there is no other way to them. */
export class NotPosted extends Error {
  override readonly name = 'NotPosted';
  readonly outcome: PostOutcome;

  constructor(outcome: PostOutcome) {
    super(`no way to answer: ${outcomeReason(outcome)}`);
    this.outcome = outcome;
  }
}

/** `fetch` hides the network's code in the cause of its own error. */
function codeOf({ cause }: Error): string | undefined {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
}
