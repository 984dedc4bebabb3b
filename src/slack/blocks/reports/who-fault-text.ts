import type { ResolveFault } from '../../../followstats/reports/resolve.ts';
import { ACCOUNT_ID_BYTES } from '../../../followstats/typed/account-id.ts';
import type { Reference, WhoFault } from '../../../followstats/typed/who.ts';
import type { WordFault } from '../../../followstats/typed/words.ts';
import type { Reader } from '../../words/reader.ts';
import type { FaultOffers, FaultWords } from '../kit/fault-words.ts';
import type { Inline, Sentence } from '../kit/inline.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';
import { fillList, lookUpList, mentionList, seeLists, showList } from './list-offers.ts';

/** What is wrong with whom a person named, in a command or in a form's field. */
export type WhoTypedFault = WordFault | WhoFault | ResolveFault;

const EXAMPLE = typed('alice bob');
const QUOTED = typed('"with space" bob');

/** What is wrong with the words that name accounts, people, groups or lists. */
export const WHO_FAULTS: FaultWords<WhoTypedFault> = {
  'unclosed-quote': ({ words: { who } }, { word }) => who.unclosedQuote({ word: shownWord(word), example: QUOTED }),
  'text-after-quote': ({ words: { who } }, { word }) => who.textAfterQuote({ word: shownWord(word), example: QUOTED }),
  'too-long': ({ words: { who } }, { word }) =>
    who.tooLong({ word: shownWord(word), most: ACCOUNT_ID_BYTES, example: EXAMPLE }),
  'not-printable-ascii': ({ words: { who } }, { word }) =>
    who.notPrintableAscii({ word: shownWord(word), example: EXAMPLE }),
  'empty-quotes': ({ words: { who } }) => who.emptyQuotes({ example: typed('"with space"') }),
  'not-an-account': ({ words: { who } }, { word }) => who.notAnAccount({ word: shownWord(word), example: EXAMPLE }),
  'bad-list-name': ({ words: { who } }, { word }) =>
    who.badListName({ word: shownWord(word), example: typed('list show creators') }),
  'too-many': ({ words: { who } }, { word, count, max }) =>
    who.tooMany({ word: shownWord(word), count, max, example: EXAMPLE }),
  'too-many-groups': ({ words: { who } }, { count, max }) => who.tooManyGroups({ count, max, example: EXAMPLE }),
  'too-many-resolved': ({ words: { who } }, { by, count, max }) =>
    who.tooManyResolved({ by: toInline(by), count, max, example: EXAMPLE }),
  'unknown-list': ({ words: { who } }, { name, suggestion }) => {
    const list = mentionList(name);
    const show = typed('list show');
    return suggestion
      ? who.unknownListMeant({ list, suggestion: mentionList(suggestion), show })
      : who.unknownList({ list, show });
  },
};

/** What is wrong with whom a person named, in one or two short sentences. */
export function describeWhoFault(reader: Reader, fault: WhoTypedFault): Sentence {
  const describe = WHO_FAULTS[fault.kind] as (reader: Reader, one: WhoTypedFault) => Sentence;
  return describe(reader, fault);
}

/** The controls that go with them. */
export const WHO_FAULT_OFFERS: FaultOffers<WhoTypedFault> = {
  'unknown-list': (reader, { name, suggestion }) => [
    ...(suggestion ? [lookUpList(reader, suggestion), showList(reader, suggestion)] : [seeLists(reader)]),
    fillList(reader, name),
  ],
};

function toInline(reference: Reference): Inline {
  if (reference.kind === 'account') return shownWord(reference.account);
  return reference.kind === 'list' ? mentionList(reference.name) : reference;
}
