import {
  isPermanentError,
  isRepeatedError,
  isUnknownError,
  type PermanentError,
  type RepeatedError,
  type UnknownError,
} from '../../digests/delivery/permanent-errors.ts';
import type { LookupReason } from '../../digests/lookup-reason.ts';
import type {
  FailReason,
  PostedReason,
  RunOrigin,
  RunReason,
  SkipReason,
  UnknownReason,
  WaitReason,
} from '../../digests/runs.ts';
import type { Unrecognized } from '../../digests/types.ts';
import { isErrorCode } from '../../errors.ts';
import { isIn } from '../known-words.ts';

/* The words of a run's row, as `known-words.ts` reads those of others. */

const ORIGINS: Readonly<Record<RunOrigin, true>> = { schedule: true, person: true };

const WAIT_REASONS: Readonly<Record<Exclude<WaitReason, LookupReason>, true>> = {
  'rate-limited': true,
  'slack-unreachable': true,
  broken: true,
};

const SKIP_REASONS: Readonly<Record<SkipReason, true>> = { unchanged: true, 'digest-stopped': true };

/** Those that are neither a reason to wait nor hold a code of Slack's. */
type PlainFailReason = Exclude<FailReason, WaitReason | PermanentError | RepeatedError | UnknownError>;

const FAIL_REASONS: Readonly<Record<PlainFailReason, true>> = {
  'no-accounts': true,
  unreadable: true,
  'slack-refused': true,
};

const UNKNOWN_REASONS: Readonly<Record<UnknownReason, true>> = { 'no-answer': true, 'holder-died': true };

const POSTED_REASONS: Readonly<Record<PostedReason, true>> = { 'sign-of-life': true, found: true, arrived: true };

/** Origins that a statement may take in hand; a run of another one is left to the version that knows it. */
export const KNOWN_ORIGINS = Object.keys(ORIGINS) as readonly RunOrigin[];

/** Reads whether a slot is one of the schedule or was asked for by a person. */
export const readOrigin = (word: string): RunOrigin | Unrecognized =>
  isIn(ORIGINS, word) ? word : { unrecognized: word };

type Is<Reason extends RunReason> = (word: string) => word is Reason;

/** Chat's codes have five digits; a row may hold any text. */
const LOOKUP_REASON = /^([a-z_]+)(?::-?\d{1,9})?$/;

function isLookupReason(word: string): word is LookupReason {
  const [, code] = LOOKUP_REASON.exec(word) ?? [];
  return code !== undefined && isErrorCode(code);
}

const isWaitReason: Is<WaitReason> = (word) => isIn(WAIT_REASONS, word) || isLookupReason(word);
/** Whether a word is a reason to be `due` again. */
export const isDueReason: Is<WaitReason | 'post-again'> = (word) => word === 'post-again' || isWaitReason(word);
/** Whether a word is a reason of `skipped`. */
export const isSkipReason: Is<SkipReason> = (word) => isIn(SKIP_REASONS, word);
/** Whether a word is a reason of `unknown`. */
export const isUnknownReason: Is<UnknownReason> = (word) => isIn(UNKNOWN_REASONS, word);
/** Whether a word is a reason of `posted`. */
export const isPostedReason: Is<PostedReason> = (word) => isIn(POSTED_REASONS, word);
/** Whether a word is a reason of `missed`. */
export const isMissedReason: Is<'down'> = (word) => word === 'down';
/** Whether a word is a reason of `failed`, those that hold a code of Slack's included. */
export const isFailReason: Is<FailReason> = (word) =>
  isWaitReason(word) ||
  isIn(FAIL_REASONS, word) ||
  isUnknownError(word) ||
  isPermanentError(word) ||
  isRepeatedError(word);

/** Whether a word is a reason of any state. */
export const isRunReason: Is<RunReason> = (word) =>
  isDueReason(word) ||
  isSkipReason(word) ||
  isFailReason(word) ||
  isUnknownReason(word) ||
  isPostedReason(word) ||
  isMissedReason(word);

/** Reads a reason that goes with its state; any other word comes back as one that isn't recognized. */
export function readReason<Reason extends RunReason>(is: Is<Reason>, word: string): Reason | Unrecognized {
  return is(word) ? word : { unrecognized: word };
}
