import type { ErrorCode } from '../../errors.ts';
import type { Row } from '../../followstats/reports/report.ts';
import type { PostedReading, PostedReadings } from '../runs.ts';

const PERMANENT: ReadonlySet<ErrorCode> = new Set(['missing_account', 'rejected_account']);

/** The counts of which the file of a post has the changes; a post speaks of followers alone. */
export const COUNTS = ['followers', 'following', 'mutual'] as const;

/** Whether an account's failure stays until a person does something about the account; all others are transient. */
export function isPermanentFailure(code: ErrorCode): boolean {
  return PERMANENT.has(code);
}

/** @returns from where the account's thresholds count; `undefined` when it was never read */
export function baselineOf(reading: PostedReading | undefined): number | undefined {
  return reading === undefined || reading.kind === 'never-read' ? undefined : reading.thresholdBaseline;
}

/** @returns the most followers that a post has read of the account, which no milestone is below; `undefined` when that isn't known */
export function mostFollowersOf(reading: PostedReading | undefined): number | undefined {
  return reading === undefined || reading.kind === 'never-read' ? undefined : reading.mostFollowers;
}

/**
 * What a post says of one account.
 * @param before what the last post said of it
 * @param isCrossed whether this post names it for a threshold, so that the next one counts from here
 */
export function toPostedReading({ lookup }: Row, before: PostedReading | undefined, isCrossed: boolean): PostedReading {
  const baseline = baselineOf(before);
  const most = mostFollowersOf(before);
  if (lookup.kind === 'failed') {
    const { code } = lookup.failure;
    // An account that was gone before a transient failure is still the same one that is gone after it.
    const kept = before && before.kind !== 'read' && !isPermanentFailure(code) ? before.code : code;
    return baseline === undefined
      ? { kind: 'never-read', code: kept }
      : { kind: 'unread', code: kept, thresholdBaseline: baseline, mostFollowers: most };
  }
  const { followers, following, mutual } = lookup;
  return {
    kind: 'read',
    counts: { followers, following, mutual },
    thresholdBaseline: isCrossed ? followers : (baseline ?? followers),
    mostFollowers: Math.max(followers, most ?? followers),
  };
}

/** Whether Chat doesn't know the account. */
function isMissing(reading: PostedReading | undefined): boolean {
  return reading !== undefined && reading.kind !== 'read' && reading.code === 'missing_account';
}

/** Whether an account that Chat doesn't know any more was read by an earlier post, and none has said yet that it is gone. */
export function isGone(now: PostedReading | undefined, before: PostedReading | undefined): boolean {
  return isMissing(now) && baselineOf(before) !== undefined && !isMissing(before);
}

/** Whether Chat knows an account again that an earlier post read. */
export function isBack(now: PostedReading | undefined, before: PostedReading | undefined): boolean {
  return now?.kind === 'read' && isMissing(before) && baselineOf(before) !== undefined;
}

/** Whether Chat knows an account that it didn't know as long as posts have asked for it. */
export function hasAppeared(now: PostedReading | undefined, before: PostedReading | undefined): boolean {
  return now?.kind === 'read' && isMissing(before) && baselineOf(before) === undefined;
}

/** Whether a post says anything else than the one before; that an account can't be read for the moment is no change. */
export function hasChanged(now: PostedReadings, before: PostedReadings): boolean {
  return now.size !== before.size || [...now].some(([account, reading]) => differs(reading, before.get(account)));
}

function differs(now: PostedReading, before: PostedReading | undefined): boolean {
  if (!before) return true;
  if (now.kind !== 'read') return isPermanentFailure(now.code) && (before.kind === 'read' || before.code !== now.code);
  return before.kind !== 'read' || now.counts.followers !== before.counts.followers;
}
