import {
  type FormFault,
  type FormWhoFault,
  MOST_ACCOUNTS_TEXT,
  MOST_LISTS_CHOSEN,
  MOST_PEOPLE,
} from '../../../digests/form/digest-form.ts';
import { MOST_FOLLOWERS, MOST_PERCENT } from '../../../digests/form/read-form.ts';
import { MOST_TITLE } from '../../../digests/form/typed-fields.ts';
import type { PlaceFault } from '../../../digests/ports.ts';
import { ACCOUNT_ID_BYTES } from '../../../followstats/typed/account-id.ts';
import type { Reader } from '../../words/reader.ts';
import type { FaultWords } from '../kit/fault-words.ts';
import { clean, type Sentence, toPlain } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { shownWord } from '../kit/shown-word.ts';
import { withoutMentions } from '../kit/without-mentions.ts';
import { describePlaceFault } from './place-fault-text.ts';
import { describeScheduleFault } from './schedule-text.ts';

type Describe<Kind extends FormFault['kind']> = (reader: Reader, fault: Extract<FormFault, { kind: Kind }>) => Sentence;

/** Code points of what a person typed as a number. */
const MOST_SHOWN = 20;
/** Names of lists in one sentence. */
const LISTS_SHOWN = 10;

/** What is wrong with whom a form names, as it is said on a field: it names no command. A fault without words does not compile. */
const WHO_FAULTS: FaultWords<FormWhoFault> = {
  'unclosed-quote': ({ words }, { word }) => words.digestForm.faults.unclosedQuote({ word: shownWord(word) }),
  'text-after-quote': ({ words }, { word }) => words.digestForm.faults.textAfterQuote({ word: shownWord(word) }),
  'too-long': ({ words }, { word, bytes }) =>
    words.digestForm.faults.tooLong({ word: shownWord(word), count: bytes, most: ACCOUNT_ID_BYTES }),
  'not-printable-ascii': ({ words }, { word }) => words.digestForm.faults.notAnAccount({ word: shownWord(word) }),
  'empty-quotes': ({ words }) => words.digestForm.faults.emptyQuotes(),
  'not-an-account': ({ words }, { word }) => words.digestForm.faults.notAnAccount({ word: shownWord(word) }),
  'too-many': ({ words }, { count, max }) => words.digestForm.faults.tooManyAccounts({ count, most: max }),
  'too-many-resolved': ({ words }, { count, max }) => words.digestForm.faults.tooManyAccounts({ count, most: max }),
  'too-many-groups': ({ words }, { count, max }) => words.digestForm.faults.tooManyGroups({ count, most: max }),
};

/** A fault without words does not compile. */
const FAULTS: { readonly [Kind in FormFault['kind']]: Describe<Kind> } = {
  'title-missing': ({ words }) => words.digestForm.faults.titleMissing(),
  'title-too-long': ({ words }, { length }) => words.digestForm.faults.titleTooLong({ most: MOST_TITLE, length }),
  'digest-gone': ({ words }) => words.digestForm.faults.digestGone(),
  'channel-missing': ({ words }) => words.digestForm.faults.channelMissing(),
  'place-closed': (reader, { fault }) => describePlace(reader, fault),
  'digest-elsewhere': (reader, { fault }) =>
    fault === 'not-yours' ? reader.words.digestForm.faults.notYours() : describePlace(reader, fault),
  'nobody-named': ({ words }) => words.digestForm.faults.nobodyNamed(),
  'nobody-linked': ({ words }) => words.digestForm.faults.noLinks(),
  'no-such-list': describeMissingList,
  'too-many-lists': ({ words }) => words.digestForm.faults.tooManyLists({ most: MOST_LISTS_CHOSEN }),
  'too-many-named': ({ words }) => words.digestForm.faults.tooManyNamed({ most: MOST_ACCOUNTS_TEXT }),
  'too-many-people': ({ words }) => words.digestForm.faults.tooManyPeople({ most: MOST_PEOPLE }),
  'wrong-who': (reader, { fault }) => {
    const describe = WHO_FAULTS[fault.kind] as (reader: Reader, one: FormWhoFault) => Sentence;
    return withoutMentions(reader, describe(reader, fault));
  },
  'wrong-schedule': (reader, { fault }) => [describeScheduleFault(reader, fault)],
  'wrong-threshold': ({ words }, { field, text }) => {
    const { notANumber, notAPercentage } = words.digestForm.faults;
    const typed = clean(text, MOST_SHOWN);
    return field === 'absolute'
      ? notANumber({ text: typed, most: MOST_FOLLOWERS })
      : notAPercentage({ text: typed, most: MOST_PERCENT });
  },
};

/** With the lists that there are, so that a person sees what to choose instead. */
function describeMissingList(reader: Reader, { name, known }: Extract<FormFault, { kind: 'no-such-list' }>): Sentence {
  const { noSuchList, lists, someLists, noLists } = reader.words.digestForm.faults;
  const shown = reader.list(known.slice(0, LISTS_SHOWN));
  const which = known.length > LISTS_SHOWN ? someLists : lists;
  const rest = known.length === 0 ? noLists() : which({ lists: shown });
  // Nothing stood behind `list:`, so that there is no name to say it of.
  return name === '' ? rest : joinSentences(reader, noSuchList({ name: shownWord(name) }), rest);
}

function describePlace(reader: Reader, fault: PlaceFault): Sentence {
  const { what, fix } = describePlaceFault(reader, fault);
  return joinSentences(reader, [what], [fix]);
}

/** A fault of a field of the form, as plain text: it stands below the field. */
export function describeFormFault(reader: Reader, fault: FormFault): string {
  const describe = FAULTS[fault.kind] as Describe<FormFault['kind']>;
  return toPlain(describe(reader, fault));
}
