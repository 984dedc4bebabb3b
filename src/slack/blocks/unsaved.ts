import type { AppError } from '../../errors.ts';
import type { Change } from '../../followstats/commands/answer.ts';
import { whereToLook } from '../../followstats/commands/command-rows.ts';
import { describeFailure } from './kit/failure-text.ts';
import type { Inline, Sentence } from './kit/inline.ts';
import { typed } from './kit/typed.ts';

/** A change that the store didn't confirm: it may have been made all the same. */
export function describeUnsaved(change: Change, { failure }: AppError): Sentence {
  return [`The change may not have been saved: ${describeFailure(failure).what}. `, ...lookFirst(whereToLook(change))];
}

/** What to do before the same change is asked for again. */
export function lookFirst(command: string): readonly Inline[] {
  return ['Look at ', typed(command), ' before you try again; if it stays, tell whoever runs followstats.'];
}
