import { type FormFault, MOST_ACCOUNTS_TEXT, MOST_PEOPLE } from '../../../digests/form/digest-form.ts';
import { MOST_TITLE } from '../../../digests/form/typed-fields.ts';
import { describeFault } from '../fault-text.ts';
import { clean, toPlain } from '../kit/inline.ts';
import { PLACE_TROUBLES } from '../kit/place-text.ts';
import { describeScheduleFault } from './schedule-text.ts';

type Describe<Kind extends FormFault['kind']> = (fault: Extract<FormFault, { kind: Kind }>) => string;

/** A fault without words does not compile. */
const FAULTS: { readonly [Kind in FormFault['kind']]: Describe<Kind> } = {
  'title-missing': () => 'Give it a title, like Creators.',
  'title-too-long': ({ length }) => `A title has at most ${MOST_TITLE} characters, and this has ${length}.`,
  'digest-gone': () =>
    'This digest was deleted meanwhile, so nothing was saved. What you typed is still here: copy what you need into a new digest.',
  'channel-missing': () => 'Choose where to post it.',
  'place-closed': ({ fault }) => `${PLACE_TROUBLES[fault].what} ${PLACE_TROUBLES[fault].fix}`,
  'digest-elsewhere': ({ fault }) =>
    fault === 'not-yours'
      ? 'This digest is posted in a conversation that you aren’t in, so only its owner and the people there can change it.'
      : `${PLACE_TROUBLES[fault].what} ${PLACE_TROUBLES[fault].fix}`,
  'nobody-named': () => 'Name at least one account or list, like alice list:creators, or choose a person below.',
  'nobody-linked': () => 'Nobody chosen below is linked to an account, and no account or list is named, like alice.',
  'too-many-named': () =>
    `This is over ${MOST_ACCOUNTS_TEXT} characters of accounts. Put them on a list and name that, like list:creators.`,
  'too-many-people': () => `Choose at most ${MOST_PEOPLE} people, or put their accounts on a list and name that above.`,
  'wrong-who': ({ fault }) => toPlain(describeFault(fault)),
  'wrong-schedule': ({ fault }) => describeScheduleFault(fault),
  'wrong-threshold': ({ field, text }) =>
    field === 'absolute'
      ? `“${clean(text, 20)}” is not a number of followers; write a whole one from 1 on, like 100.`
      : `“${clean(text, 20)}” is not a percentage; write a number above 0, like 2.5.`,
};

/** What is wrong with a field of the form, as plain text: it stands below the field. */
export function describeFormFault(fault: FormFault): string {
  const describe = FAULTS[fault.kind] as Describe<FormFault['kind']>;
  return describe(fault);
}
