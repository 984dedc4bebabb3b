import type { AppError } from '../../errors.ts';
import type { Change } from '../../followstats/commands/answer.ts';
import { describeFailure } from './kit/failure-text.ts';
import type { Inline, Sentence } from './kit/inline.ts';
import { typed } from './kit/typed.ts';

/** A change that the store didn't confirm: it may have been made all the same. */
export function describeUnsaved(change: Change, { failure }: AppError): Sentence {
  return [`The change may not have been saved: ${describeFailure(failure).what}. `, ...lookFirst(whereToLook(change))];
}

/** What to do before the same change is asked for again. */
function lookFirst(command: string): readonly Inline[] {
  return ['Look at ', typed(command), ' before you try again; if it stays, tell whoever runs followstats.'];
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
