import type { AppError } from '../../../errors.ts';
import type { Change } from '../../../followstats/commands/answer.ts';
import type { Reader } from '../../words/reader.ts';
import { describeFailure } from '../kit/failure-text.ts';
import type { Sentence } from '../kit/inline.ts';
import { typed } from '../kit/typed.ts';

/** A change that the store didn't confirm: it may have been made all the same. */
export function describeUnsaved(reader: Reader, change: Change, { failure }: AppError): Sentence {
  const { what } = describeFailure(reader, failure);
  return reader.words.failures.unsaved({ what, command: typed(whereToLook(change)) });
}

/** The command that shows what there is now. */
function whereToLook(change: Change): string {
  switch (change.kind) {
    case 'link':
    case 'unlink':
      return 'links';
    case 'allow':
    case 'revoke':
      return 'access';
    case 'digest-run':
    case 'digest-pause':
    case 'digest-resume':
    case 'digest-delete':
      return 'digest list';
    default:
      return `list show ${change.name}`;
  }
}
