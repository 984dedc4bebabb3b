import type { AppError } from '../../../errors.ts';
import type { Change } from '../../../followstats/commands/answer.ts';
import { whereToLook } from '../../../followstats/commands/command-rows.ts';
import type { Reader } from '../../words/reader.ts';
import { describeFailure } from '../kit/failure-text.ts';
import type { Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { typed } from '../kit/typed.ts';

/** A change that the store didn't confirm: it may have been made all the same. */
export function describeUnsaved(reader: Reader, change: Change, { failure }: AppError): Sentence {
  const { what } = describeFailure(reader, failure);
  const { unsaved } = reader.words.failures;
  return joinSentences(reader, what, unsaved({ command: typed(whereToLook(change)) }));
}
