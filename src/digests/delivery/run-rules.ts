import type { RunEnd } from '../run-ports.ts';
import type { FailReason, Run, RunId, RunReason, RunState } from '../runs.ts';
import { nextRun, type Schedule } from '../schedule/schedule.ts';
import type { PauseReason, Unrecognized } from '../types.ts';
import {
  isPermanentError,
  isRepeatedError,
  isUnknownError,
  toRepeated,
  type UnknownError,
} from './permanent-errors.ts';
import { LATEST_DELIVERY_MS } from './plan-slots.ts';

/* The rules of runs, without a store: it applies them inside its transactions. Instants are Unix milliseconds by its clock. */

/** States that a run doesn't leave. */
export const FINAL_STATES = ['posted', 'skipped', 'failed', 'missed'] as const satisfies readonly RunState[];

/** States in which a run has a holder. */
export const HELD_STATES = ['claimed', 'posting'] as const satisfies readonly RunState[];

/** From which states a run's holder may end it as what. */
export const MAY_END_FROM = {
  posted: ['posting'],
  unknown: ['posting'],
  skipped: ['claimed'],
  failed: ['claimed', 'posting'],
} as const satisfies Record<RunEnd['state'], readonly RunState[]>;

/** States of which the digest's owner is to be notified. */
export const NOTIFIED_STATES = ['failed', 'unknown'] as const satisfies readonly RunState[];

/** Whether an end in this state is one of which the digest's owner is to be notified. */
export function isNotified(state: RunState): boolean {
  return NOTIFIED_STATES.some((one) => one === state);
}

/** Whether a run that failed for this reason pauses its digest: the next slot would fail for the same reason. */
export function isPause(reason: RunReason | Unrecognized): reason is RunReason & PauseReason {
  if (typeof reason !== 'string') return false;
  return reason === 'no-accounts' || isRepeatedError(reason) || isPermanentError(reason);
}

/** A run that may be worked on. */
export interface OpenRun extends Pick<Run, 'slot' | 'origin'> {
  /** Whether its owner asked for it to be posted again. */
  readonly isPostAgain: boolean;
}

/** Whether a person asked for a run: it isn't a scheduled one, or its owner wants it posted again. */
export function isAskedFor({ origin, isPostAgain }: Pick<OpenRun, 'origin' | 'isPostAgain'>): boolean {
  return origin !== 'schedule' || isPostAgain;
}

/** What has become of a run's digest. */
export interface DigestStanding {
  readonly isDeleted: boolean;
  readonly isPaused: boolean;
  readonly isReadable: boolean;
}

/** How a run ends that isn't worth working on. */
export type EndBeforeWork =
  | { readonly state: 'skipped'; readonly reason: 'digest-stopped' }
  | { readonly state: 'missed'; readonly reason: 'down' }
  | { readonly state: 'failed'; readonly reason: 'unreadable' };

/** A run that ended without a holder. */
export type UnheldEnd = EndBeforeWork & { readonly id: RunId };

/**
 * Calls the listener with runs that ended without a holder: that were missed, whose digest was stopped or can't be read. Each comes
 * once, in the process that ended it, after the commit; those of one transaction together.
 * @returns ends the listening
 */
export type OnUnheldEnds = (listener: (ends: readonly UnheldEnd[]) => void) => () => void;

/**
 * Decides whether a run is worth working on. It isn't when its digest is gone; when its digest is paused or its slot is
 * 24 hours old, unless a person asked for it; and when its digest can't be read.
 * @returns how it ends; `undefined` when it is to be worked on
 */
export function endBeforeWork(run: OpenRun, digest: DigestStanding, now: number): EndBeforeWork | undefined {
  const isUnasked = !isAskedFor(run);
  if (digest.isDeleted || (digest.isPaused && isUnasked)) return { state: 'skipped', reason: 'digest-stopped' };
  if (isUnasked && now - run.slot >= LATEST_DELIVERY_MS) return { state: 'missed', reason: 'down' };
  return digest.isReadable ? undefined : { state: 'failed', reason: 'unreadable' };
}

/** A run that may have a holder, and until when. */
export interface HeldRun extends OpenRun, Pick<Run, 'state' | 'firstTriedAt'> {
  readonly leaseUntil: number | undefined;
}

/**
 * Whether a run is given up because a later slot of its digest is due: a scheduled one without a holder, `due` and never tried
 * or `claimed` with a lapsed lease. One that is being retried keeps its retries, and one that a person asked for is never
 * given up.
 */
export function isOvertaken(run: HeldRun, due: number, now: number): boolean {
  if (isAskedFor(run) || run.slot >= due) return false;
  if (run.state === 'due') return run.firstTriedAt === undefined;
  return run.state === 'claimed' && run.leaseUntil !== undefined && run.leaseUntil <= now;
}

/** Scheduled slots in a row that Slack rejects by codes that aren't known to be permanent; the last of them pauses the digest. */
const MOST_REJECTIONS = 3;

/** How many of the scheduled slots before a rejected one `toRepeatedError` looks at: those that Slack was asked about. */
export const REJECTIONS_LOOKED_AT = MOST_REJECTIONS - 1;

/** Whether a run that failed for this reason may be one rejection too many: then the slots before it have to be looked at. */
export function mayBeRepeated(run: Pick<Run, 'origin'>, reason: FailReason): reason is UnknownError {
  return run.origin === 'schedule' && isUnknownError(reason);
}

/**
 * Turns the unknown error of a slot into a repeated one when the slots before it were rejected, too.
 * @param before the states of the last `REJECTIONS_LOOKED_AT` scheduled slots before it that Slack posted, rejected or may have
 *   posted, since a person last edited or resumed the digest
 */
export function toRepeatedError(reason: UnknownError, before: readonly string[]): FailReason {
  const areRejected = before.length === REJECTIONS_LOOKED_AT && before.every((state) => state === 'failed');
  return areRejected ? toRepeated(reason) : reason;
}

/** The next slot of a digest whose schedule a person may have changed: the first after now by another one, else as before. */
export function nextRunAfterEdit(
  before: { readonly schedule: Schedule; readonly nextRunAt: number },
  { line, zone }: Schedule,
  now: number,
): number {
  const isSame = before.schedule.line === line && before.schedule.zone === zone;
  return isSame ? before.nextRunAt : nextRun({ line, zone }, now);
}
