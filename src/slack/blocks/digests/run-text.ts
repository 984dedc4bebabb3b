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
import type { RunReason } from '../../../digests/runs.ts';
import type { PauseReason, Unrecognized } from '../../../digests/types.ts';
import type { ErrorCode } from '../../../errors.ts';
import type { Reader } from '../../words/reader.ts';
import { describeFailure } from '../kit/failure-text.ts';
import { clean, type Sentence, toPlain } from '../kit/inline.ts';

/** Code points of a word that this version doesn't know; its own are shorter. */
const MOST_SHOWN = 60;

const shown = ({ unrecognized }: Unrecognized): string => clean(unrecognized, MOST_SHOWN);

/** Why a digest is paused by something other than Slack. */
type OwnPause = Exclude<PauseReason, PermanentError | RepeatedError>;

type OtherReason = Exclude<RunReason, ErrorCode | PermanentError | RepeatedError | UnknownError | OwnPause>;

/** Why a run is in its state, a clause without a full stop; Slack's own code stands with its rejections. */
export function describeRunReason(reader: Reader, reason: RunReason | Unrecognized): string {
  const { unrecognized, rejected, runs } = reader.words.runReasons;
  if (typeof reason !== 'string') return toPlain(unrecognized({ word: shown(reason) }));
  if (isUnknownError(reason)) return toPlain(rejected({ code: codeOf(reason) }));
  if (isPause(reason) || isOwnPause(reader, reason)) return describePause(reader, reason).what;
  return isOther(reader, reason)
    ? toPlain(runs[reason]())
    : toPlain(describeFailure(reader, { code: reason as ErrorCode }).what);
}

/** Of a run whose state a newer version wrote. */
export function describeUnrecognizedState({ words }: Reader, state: Unrecognized): string {
  return toPlain(words.runReasons.unrecognizedState({ word: shown(state) }));
}

const isOwnPause = ({ words }: Reader, reason: string): reason is OwnPause =>
  Object.hasOwn(words.runReasons.pauses.own, reason);
const isOther = ({ words }: Reader, reason: RunReason): reason is OtherReason =>
  Object.hasOwn(words.runReasons.runs, reason);

interface Pause {
  /** A clause without a full stop, with Slack's code where it was Slack. */
  readonly what: string;
  /** What to do before the digest is resumed, a sentence. */
  readonly fix: string;
}

/** Why a digest is paused, and what to do. */
export function describePause(reader: Reader, reason: PauseReason | Unrecognized): Pause {
  const { pauses } = reader.words.runReasons;
  if (typeof reason !== 'string') {
    const { what, fix } = pauses.unrecognized;
    return plain(what({ word: shown(reason) }), fix());
  }
  if (isOwnPause(reader, reason)) return plain(pauses.own[reason].what(), pauses.own[reason].fix());
  if (isRepeatedError(reason)) {
    const { what, fix } = pauses.rejectedThrice;
    return plain(what({ code: codeOf(reason) }), fix());
  }
  const known = errorClass(reason);
  if (!known) return plain(pauses.unknownCode.what(), pauses.unknownCode.fix());
  const { what, fix } = pauses.errors[known];
  return plain(what({ code: reason }), fix());
}

const plain = (what: Sentence, fix: Sentence): Pause => ({ what: toPlain(what), fix: toPlain(fix) });
