import type { CommandFault } from '../../../followstats/commands/command.ts';
import { RELATION_KINDS } from '../../../followstats/relations/read.ts';
import type { ResolveFault } from '../../../followstats/reports/resolve.ts';
import { ACCOUNT_ID_BYTES } from '../../../followstats/typed/account-id.ts';
import type { ListName } from '../../../followstats/typed/list-name.ts';
import type { Reference, WhoFault } from '../../../followstats/typed/who.ts';
import type { WordFault } from '../../../followstats/typed/words.ts';
import type { Reader } from '../../words/reader.ts';
import { exampleOf } from '../kit/example.ts';
import type { FaultOffers, FaultWords } from '../kit/fault-words.ts';
import type { Inline, Sentence } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import type { Offer } from '../kit/offer.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';
import { fillList, lookUpList, mentionList, seeLists, showList } from './list-offers.ts';

/** What is wrong with whom a person named, in a command or in a form's field. */
export type WhoTypedFault = WordFault | WhoFault | ResolveFault;

type UnknownList = Extract<ResolveFault, { kind: 'unknown-list' }>;

/** What is wrong with the words that name accounts, people, groups or lists. */
export const WHO_FAULTS: FaultWords<WhoTypedFault> = {
  'unclosed-quote': ({ words: { who } }, fault) =>
    who.unclosedQuote({ word: shownWord(fault.word), example: exampleOf(fault, 'quoted') }),
  'text-after-quote': ({ words: { who } }, fault) =>
    who.textAfterQuote({ word: shownWord(fault.word), example: exampleOf(fault, 'quoted') }),
  'too-long': ({ words: { who } }, fault) => {
    const say = takesOne(fault) ? who.oneTooLong : who.tooLong;
    return say({ word: shownWord(fault.word), most: ACCOUNT_ID_BYTES, example: exampleOf(fault) });
  },
  'not-printable-ascii': ({ words: { who } }, fault) =>
    who.notPrintableAscii({ word: shownWord(fault.word), example: exampleOf(fault) }),
  'empty-quotes': ({ words: { who } }, fault) => who.emptyQuotes({ example: exampleOf(fault, 'quoted') }),
  'not-an-account': ({ words: { who } }, fault) =>
    who.notAnAccount({ word: shownWord(fault.word), example: exampleOf(fault) }),
  'bad-list-name': ({ words: { who } }, fault) =>
    who.badListName({ word: shownWord(fault.word), example: exampleOf(fault, 'list') }),
  'too-many': ({ words: { who } }, fault) =>
    who.tooMany({ word: shownWord(fault.word), count: fault.count, max: fault.max, example: exampleOf(fault) }),
  'too-many-groups': ({ words: { who } }, fault) =>
    who.tooManyGroups({ count: fault.count, max: fault.max, example: exampleOf(fault) }),
  'too-many-resolved': ({ words: { who } }, fault) =>
    who.tooManyResolved({
      by: toInline(fault.by),
      count: fault.count,
      max: fault.max,
      example: exampleOf(fault),
    }),
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

/** The controls that go with them; the command that was meant, where it is known, has its own beside them. */
export const WHO_FAULT_OFFERS: FaultOffers<WhoTypedFault> = {
  'unknown-list': unknownListOffers,
};

/** The list that was meant where its command isn't known, or all lists; and making the one that was named. */
export function unknownListOffers(
  reader: Reader,
  { name, suggestion, corrected, toMake }: UnknownList & Pick<CommandFault, 'corrected'>,
): readonly Offer[] {
  return [...otherLists(reader, suggestion, corrected), ...(toMake ? [fillList(reader, name, toMake)] : [])];
}

function otherLists(reader: Reader, meant: ListName | undefined, corrected: string | undefined): readonly Offer[] {
  if (meant === undefined) return [seeLists(reader)];
  const isCorrected = corrected !== undefined && corrected.length <= LIMITS.buttonValue;
  return isCorrected ? [] : [lookUpList(reader, meant), showList(reader, meant)];
}

const TAKE_ONE: ReadonlySet<string> = new Set(['link', ...RELATION_KINDS]);

/** Whether the command takes one account, not several. */
function takesOne({ beginning }: Pick<CommandFault, 'beginning'>): boolean {
  const [name] = beginning ?? [];
  return name?.kind === 'text' && TAKE_ONE.has(name.text);
}

function toInline(reference: Reference): Inline {
  if (reference.kind === 'account') return shownWord(reference.account);
  return reference.kind === 'list' ? mentionList(reference.name) : reference;
}
