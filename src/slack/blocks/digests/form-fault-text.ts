import { type FormFault, MOST_ACCOUNTS_TEXT, MOST_PEOPLE } from '../../../digests/form/digest-form.ts';
import { MOST_TITLE } from '../../../digests/form/typed-fields.ts';
import type { PlaceFault } from '../../../digests/ports.ts';
import type { Reader } from '../../words/reader.ts';
import { clean, type Sentence, toPlain } from '../kit/inline.ts';
import { withoutMentions } from '../kit/without-mentions.ts';
import { describeWhoFault } from '../reports/who-fault-text.ts';
import { describePlaceFault } from './place-fault-text.ts';
import { describeScheduleFault } from './schedule-text.ts';

type Describe<Kind extends FormFault['kind']> = (
  reader: Reader,
  fault: Extract<FormFault, { kind: Kind }>,
) => Sentence | string;

/** Code points of what a person typed as a number. */
const MOST_SHOWN = 20;

/** A fault without words does not compile. */
const FAULTS: { readonly [Kind in FormFault['kind']]: Describe<Kind> } = {
  'title-missing': ({ words }) => words.digestForm.faults.titleMissing(),
  'title-too-long': ({ words }, { length }) => words.digestForm.faults.titleTooLong({ most: MOST_TITLE, length }),
  'digest-gone': ({ words }) => words.digestForm.faults.digestGone(),
  'channel-missing': ({ words }) => words.digestForm.faults.channelMissing(),
  'place-closed': (reader, { fault }) => describePlace(reader, fault),
  'digest-elsewhere': (reader, { fault }) =>
    fault === 'not-yours' ? reader.words.digestForm.faults.notYours() : describePlace(reader, fault),
  'nobody-named': ({ words }) => words.digestForm.faults.missingWho(),
  'nobody-linked': ({ words }) => words.digestForm.faults.noLinks(),
  'too-many-named': ({ words }) => words.digestForm.faults.tooManyNamed({ most: MOST_ACCOUNTS_TEXT }),
  'too-many-people': ({ words }) => words.digestForm.faults.tooManyPeople({ most: MOST_PEOPLE }),
  'wrong-who': (reader, { fault }) => withoutMentions(reader, describeWhoFault(reader, fault)),
  'wrong-schedule': (reader, { fault }) => describeScheduleFault(reader, fault),
  'wrong-threshold': ({ words }, { field, text }) => {
    const { notANumber, notAPercentage } = words.digestForm.faults;
    return (field === 'absolute' ? notANumber : notAPercentage)({ text: clean(text, MOST_SHOWN) });
  },
};

function describePlace(reader: Reader, fault: PlaceFault): Sentence {
  return reader.words.digestForm.faults.place(describePlaceFault(reader, fault));
}

/** A fault of a field of the form, as plain text: it stands below the field. */
export function describeFormFault(reader: Reader, fault: FormFault): string {
  const describe = FAULTS[fault.kind] as Describe<FormFault['kind']>;
  const words = describe(reader, fault);
  return typeof words === 'string' ? words : toPlain(words);
}
