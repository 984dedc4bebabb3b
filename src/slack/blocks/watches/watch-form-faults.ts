import { MOST_FOLLOWERS, MOST_PERCENT } from '../../../digests/form/read-form.ts';
import { MOST_WATCHED, MOST_WATCHES } from '../../../digests/watches/types.ts';
import type { WatchFormFault } from '../../../digests/watches/watch-form.ts';
import type { Reader } from '../../words/reader.ts';
import { describeFormFault } from '../digests/form-fault-text.ts';
import { describePlaceFault } from '../digests/place-fault-text.ts';
import { clean, type Sentence, toPlain } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';

/** Code points of what a person typed as a number. */
const MOST_SHOWN = 20;

/** A fault of a field of the form, as plain text: it stands below the field. */
export function describeWatchFault(reader: Reader, fault: WatchFormFault): string {
  return toPlain(describe(reader, fault));
}

function describe(reader: Reader, fault: WatchFormFault): Sentence {
  const { watchForm, digestForm } = reader.words;
  const { gone, full, notYours, amountMissing, twoAmounts, tooManyWatched } = watchForm.faults;
  switch (fault.kind) {
    case 'not-a-number':
      return digestForm.faults.notANumber({ text: clean(fault.text, MOST_SHOWN), most: MOST_FOLLOWERS });
    case 'not-a-percentage':
      return digestForm.faults.notAPercentage({ text: clean(fault.text, MOST_SHOWN), most: MOST_PERCENT });
    case 'amount-missing':
      return amountMissing();
    case 'two-amounts':
      return twoAmounts();
    case 'too-many-watched':
      return tooManyWatched({ count: fault.count, most: MOST_WATCHED });
    case 'watch-gone':
      return gone();
    case 'too-many-watches':
      return full({ most: MOST_WATCHES });
    case 'watch-elsewhere': {
      if (fault.fault === 'not-yours') return notYours();
      const { what, fix } = describePlaceFault(reader, fault.fault);
      return joinSentences(reader, [what], [fix]);
    }
    default:
      return [describeFormFault(reader, fault)];
  }
}
