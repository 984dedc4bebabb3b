import {
  isPermanentError,
  isRepeatedError,
  type PermanentError,
  type RepeatedError,
} from '../digests/delivery/permanent-errors.ts';
import type { PauseReason, Unrecognized } from '../digests/types.ts';
import { type ErrorCode, isErrorCode } from '../errors.ts';
import { ROLES, type Role, type Subject } from '../followstats/access/rules.ts';

/*
 * A row may be of a newer version of the app, whose words this one doesn't know. A table that lacks one of this version's
 * words doesn't compile.
 */

const PAUSE_REASONS: Readonly<Record<Exclude<PauseReason, PermanentError | RepeatedError>, true>> = {
  'by-person': true,
  'no-accounts': true,
  unreadable: true,
};

const SUBJECT_KINDS: Readonly<Record<Subject['kind'], true>> = {
  person: true,
  group: true,
  channel: true,
  everyone: true,
};

/** Whether a word is one of a table's. */
export function isIn<Word extends string>(table: Readonly<Record<Word, true>>, word: string): word is Word {
  return Object.hasOwn(table, word);
}

/** Reads why a digest is paused. */
export const readPauseReason = (word: string): PauseReason | Unrecognized =>
  isIn(PAUSE_REASONS, word) || isPermanentError(word) || isRepeatedError(word) ? word : { unrecognized: word };

/** Reads why an account wasn't read, as a post once said it; a code unknown here becomes the one for missing counts. */
export const readErrorCode = (word: string): ErrorCode => (isErrorCode(word) ? word : 'incomplete_answer');

/** @returns `undefined` for a role unknown here, which gives nothing */
export const readRole = (word: string): Role | undefined => ROLES.find((role) => role === word);

/** @returns `undefined` for a kind unknown here, of which it can't be said who belongs to it */
export function readSubject(kind: string, id: string): Subject | undefined {
  if (!isIn(SUBJECT_KINDS, kind)) return undefined;
  return kind === 'everyone' ? { kind } : { kind, id };
}
