import {
  isPermanentError,
  isRepeatedError,
  isUnknownError,
  type PermanentError,
  type RepeatedError,
  type UnknownError,
} from '../digests/delivery/permanent-errors.ts';
import type { PauseReason, RunOrigin, RunReason, RunState, Unrecognized } from '../digests/types.ts';
import type { ErrorCode } from '../errors.ts';
import { ROLES, type Role, type Subject } from '../followstats/access/rules.ts';

/* A row may be of a newer version of the app, whose words this one doesn't know. A table without one of ours doesn't compile. */

const ORIGINS: Readonly<Record<RunOrigin, true>> = { schedule: true, person: true };

const STATES: Readonly<Record<RunState, true>> = {
  due: true,
  claimed: true,
  posting: true,
  posted: true,
  skipped: true,
  failed: true,
  unknown: true,
  missed: true,
};

const ERROR_CODES: Readonly<Record<ErrorCode, true>> = {
  missing_account: true,
  rejected_account: true,
  needs_admin: true,
  upstream_refused: true,
  throttled: true,
  upstream_failed: true,
  upstream_timeout: true,
  upstream_unreachable: true,
  upstream_status: true,
  upstream_garbled: true,
  upstream_changed: true,
  incomplete_answer: true,
  upstream_resting: true,
  out_of_time: true,
  store_unavailable: true,
};

/** Reasons that are a code of Slack's, or hold one. */
type SlackRefusal = PermanentError | UnknownError | RepeatedError;

const PAUSE_REASONS: Readonly<Record<Exclude<PauseReason, SlackRefusal>, true>> = {
  'by-person': true,
  'no-accounts': true,
  unreadable: true,
};

const RUN_REASONS: Readonly<Record<Exclude<RunReason, SlackRefusal | ErrorCode>, true>> = {
  'rate-limited': true,
  'slack-unreachable': true,
  broken: true,
  unchanged: true,
  'digest-stopped': true,
  'no-accounts': true,
  unreadable: true,
  'slack-refused': true,
  'no-answer': true,
  'holder-died': true,
  'post-again': true,
  'sign-of-life': true,
  found: true,
  arrived: true,
  down: true,
};

const SUBJECT_KINDS: Readonly<Record<Subject['kind'], true>> = {
  person: true,
  group: true,
  channel: true,
  everyone: true,
};

/** Those that a statement may take in hand; a run of another origin is left to the version that knows it. */
export const KNOWN_ORIGINS = Object.keys(ORIGINS) as readonly RunOrigin[];

function isIn<Word extends string>(table: Readonly<Record<Word, true>>, word: string): word is Word {
  return Object.hasOwn(table, word);
}

export const readOrigin = (word: string): RunOrigin | Unrecognized =>
  isIn(ORIGINS, word) ? word : { unrecognized: word };

export const readRunState = (word: string): RunState | Unrecognized =>
  isIn(STATES, word) ? word : { unrecognized: word };

const pauses = (word: string): word is PermanentError | RepeatedError =>
  isPermanentError(word) || isRepeatedError(word);

export const readRunReason = (word: string): RunReason | Unrecognized =>
  isIn(RUN_REASONS, word) || isIn(ERROR_CODES, word) || isUnknownError(word) || pauses(word)
    ? word
    : { unrecognized: word };

export const readPauseReason = (word: string): PauseReason | Unrecognized =>
  isIn(PAUSE_REASONS, word) || pauses(word) ? word : { unrecognized: word };

/** Why an account wasn't read, as a post once said it. Of a reason unknown here it is said that its counts were missing. */
export const readErrorCode = (word: string): ErrorCode => (isIn(ERROR_CODES, word) ? word : 'incomplete_answer');

/** @returns `undefined` for a role unknown here, which gives nothing */
export const readRole = (word: string): Role | undefined => ROLES.find((role) => role === word);

/** @returns `undefined` for a kind unknown here, of which it can't be said who belongs to it */
export function readSubject(kind: string, id: string): Subject | undefined {
  if (!isIn(SUBJECT_KINDS, kind)) return undefined;
  return kind === 'everyone' ? { kind } : { kind, id };
}
