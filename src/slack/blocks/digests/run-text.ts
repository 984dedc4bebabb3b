import {
  codeOf,
  errorClass,
  isRepeatedError,
  isUnknownError,
  type PermanentError,
  type RepeatedError,
  type UnknownError,
} from '../../../digests/delivery/permanent-errors.ts';
import { isPause } from '../../../digests/delivery/run-rules.ts';
import { type LookupReason, toFailure } from '../../../digests/lookup-reason.ts';
import type { RunReason } from '../../../digests/runs.ts';
import type { PauseReason, Unrecognized } from '../../../digests/types.ts';
import type { ErrorCode } from '../../../errors.ts';
import type { Reader } from '../../words/reader.ts';
import { describeFailure, hasOwnWords } from '../kit/failure-text.ts';
import { clean, type Inline, type Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { mentionAdmins } from '../kit/mention-people.ts';

/** A reason in the reader's words, in whole sentences. */
export interface ReasonText {
  readonly what: Sentence;
  /** What this reader can do; `undefined` where there is nothing to do. */
  readonly fix: Sentence | undefined;
  /** Slack's or Chat's own code, by which an operator can search; `undefined` where there is none. */
  readonly code: Inline | undefined;
}

/** Code points of a word that this version doesn't know; its own are shorter. */
const MOST_SHOWN = 60;

const shown = ({ unrecognized }: Unrecognized): string => clean(unrecognized, MOST_SHOWN);

/** Why a digest is paused by something other than Slack. */
type OwnPause = Exclude<PauseReason, PermanentError | RepeatedError>;

type OtherReason = Exclude<RunReason, LookupReason | PermanentError | RepeatedError | UnknownError | OwnPause>;

/** Joins what happened, the code, and what to do. */
export function reasonSentence(reader: Reader, { what, fix, code }: ReasonText): Sentence {
  return joinSentences(reader, what, fix, code === undefined ? undefined : [code]);
}

/** Why a run is in its state. @param place where its digest is posted */
export function describeRunReason(reader: Reader, reason: RunReason | Unrecognized, place: Sentence): ReasonText {
  const { unrecognized, rejected, runs, fixes } = reader.words.runReasons;
  if (typeof reason !== 'string') return noFix(unrecognized({ word: shown(reason) }));
  if (isUnknownError(reason)) {
    return { what: rejected(), fix: forOperators(reader, fixes.rejectedCode), code: { code: codeOf(reason) } };
  }
  if (isPause(reason) || isOwnPause(reader, reason)) return describePause(reader, reason, place);
  if (!isOther(reader, reason)) return describeLookup(reader, reason);
  return { what: runs[reason](), fix: fixOf(reader, reason), code: undefined };
}

/** Why the accounts of a slot couldn't be read, as it was then; that they are read again isn't up to those who read of it. */
function describeLookup(reader: Reader, reason: LookupReason): ReasonText {
  const { lookups, fixes } = reader.words.runReasons;
  const failure = toFailure(reason);
  const text = describeFailure(reader, failure, fixes.runAgain());
  const past: Partial<Record<ErrorCode, () => Sentence>> = lookups;
  return hasOwnWords(reader, failure) ? text : { ...text, what: past[failure.code]?.() ?? text.what };
}

function fixOf(reader: Reader, reason: OtherReason): Sentence | undefined {
  const { fixes } = reader.words.runReasons;
  if (reason === 'rate-limited' || reason === 'slack-unreachable') return fixes.runAgain();
  if (reason === 'slack-refused' || reason === 'broken') return forOperators(reader, fixes.readLog);
  return undefined;
}

/** Of a run whose state a newer version wrote. */
export function describeUnrecognizedState({ words }: Reader, state: Unrecognized): Sentence {
  return words.runReasons.unrecognizedState({ word: shown(state) });
}

const isOwnPause = ({ words }: Reader, reason: string): reason is OwnPause =>
  Object.hasOwn(words.runReasons.pauses.own, reason);
const isOther = ({ words }: Reader, reason: LookupReason | OtherReason): reason is OtherReason =>
  Object.hasOwn(words.runReasons.runs, reason);

/** Why a digest is paused, and what to do before it is resumed. @param place where it is posted; a mention is fine */
export function describePause(
  reader: Reader,
  reason: PauseReason | Unrecognized,
  place: Sentence,
): ReasonText & { readonly fix: Sentence } {
  const { pauses, fixes } = reader.words.runReasons;
  const { own, what, fix, admins } = pauses;
  if (typeof reason !== 'string') {
    return {
      what: pauses.unrecognized({ word: shown(reason) }),
      fix: forOperators(reader, pauses.update),
      code: undefined,
    };
  }
  if (reason === 'unreadable') {
    return { what: own[reason].what(), fix: forOperators(reader, pauses.update), code: undefined };
  }
  if (isOwnPause(reader, reason)) return { what: own[reason].what(), fix: own[reason].fix(), code: undefined };
  if (isRepeatedError(reason)) {
    const code = { code: codeOf(reason) };
    return { what: pauses.rejectedThrice(), fix: forOperators(reader, fixes.rejectedCode), code };
  }
  const known = errorClass(reason);
  if (!known) return { what: pauses.unknownCode(), fix: forOperators(reader, pauses.update), code: undefined };
  return {
    what: what[known]({ place }),
    fix: known in fix ? fix[known as keyof typeof fix]() : forOperators(reader, admins[known as keyof typeof admins]),
    code: { code: reason },
  };
}

const noFix = (what: Sentence): ReasonText => ({ what, fix: undefined, code: undefined });

/** What an operator can do, for readers who are admins; others read who can help. */
function forOperators(reader: Reader, say: () => Sentence): Sentence {
  const { role, admins, words } = reader;
  if (role === 'admin') return say();
  const { tell, tellOperators } = words.failures.help;
  if (admins.length === 0) return tellOperators();
  return tell({
    admins: mentionAdmins(reader),
  });
}
