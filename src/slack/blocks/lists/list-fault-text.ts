import type { ListAction, ListFault } from '../../../followstats/lists/read.ts';
import type { Reader } from '../../words/reader.ts';
import { exampleOf } from '../kit/example.ts';
import type { FaultOffers, FaultWords } from '../kit/fault-words.ts';
import type { Inline } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { meantCommand } from '../kit/meant-command.ts';
import { mayDo } from '../kit/offer.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';
import { addAccounts, makeList, removeAccounts, seeLists, showList } from '../reports/list-offers.ts';

/** Behind the list's name; of other actions nothing. */
const WHO_EXAMPLES: Readonly<Partial<Record<ListAction, string>>> = {
  create: ' alice bob',
  add: ' alice bob',
  remove: ' alice',
};

const example = (action: ListAction, name = 'creators'): Inline =>
  typed(`list ${action} ${name}${WHO_EXAMPLES[action] ?? ''}`);

/** The faults of commands about lists, each with a right example. */
export const LIST_FAULTS: FaultWords<ListFault> = {
  'unknown-list-action': (reader, fault) => {
    const { word, suggestion, name } = fault;
    const said = reader.words.lists.faults;
    const named = { command: typed('list'), word: shownWord(word) };
    const what = mayChange(reader) ? said.unknownAction(named) : said.unknownActionOfViewer(named);
    if (suggestion)
      return joinSentences(reader, what, said.didYouMean({ command: meantCommand(fault, example(suggestion, name)) }));
    const action = mayChange(reader) && !name ? 'create' : 'show';
    return joinSentences(reader, what, said.typeItLike({ example: example(action, name) }));
  },
  'missing-list-name': ({ words }, { action }) => words.lists.faults.missingName({ example: example(action) }),
  'missing-list-accounts': ({ words }, { action, name }) => {
    const { missingWhoToAdd, missingWhoToRemove } = words.lists.faults;
    const say = action === 'add' ? missingWhoToAdd : missingWhoToRemove;
    return say({ list: { code: `list:${name}` }, example: typed(`list ${action} ${name} alice`) });
  },
  'surplus-list-word': ({ words }, fault) =>
    words.lists.faults.surplusWord({ word: shownWord(fault.word), example: exampleOf(fault) }),
};

/** The controls that go with them. */
export const LIST_FAULT_OFFERS: FaultOffers<ListFault> = {
  // Whether there is a list of the name behind it isn't known here.
  'unknown-list-action': (reader, { suggestion }) => (suggestion ? [] : [seeLists(reader)]),
  'missing-list-name': (reader, { action }) => [action === 'create' ? makeList(reader) : seeLists(reader)],
  'missing-list-accounts': (reader, { action, name }) =>
    action === 'add' ? [addAccounts(reader, name)] : [removeAccounts(reader, name), showList(reader, name)],
};

const mayChange = (reader: Reader): boolean => mayDo(reader, { ask: { asks: 'list-create' } });
