import type { ListAction, ListFault } from '../../../followstats/lists/read.ts';
import type { Reader } from '../../words/reader.ts';
import type { FaultOffers, FaultWords } from '../kit/fault-words.ts';
import type { Inline } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { meantCommand } from '../kit/meant-command.ts';
import { mayDo } from '../kit/offer.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';
import { addAccounts, lookUpList, makeList, seeLists, showList } from '../reports/list-offers.ts';

const EXAMPLES: Readonly<Record<ListAction, Inline>> = {
  create: typed('list create creators alice bob'),
  add: typed('list add creators alice bob'),
  remove: typed('list remove creators alice'),
  show: typed('list show creators'),
  delete: typed('list delete creators'),
};

/** The faults of commands about lists, each with a right example. */
export const LIST_FAULTS: FaultWords<ListFault> = {
  'unknown-list-action': (reader, fault) => {
    const { word, suggestion, name } = fault;
    const said = reader.words.lists.faults;
    const named = { command: typed('list'), word: shownWord(word) };
    const what = mayChange(reader) ? said.unknownAction(named) : said.unknownActionOfViewer(named);
    if (suggestion)
      return joinSentences(reader, what, said.didYouMean({ command: meantCommand(fault, EXAMPLES[suggestion]) }));
    const example = mayChange(reader) && !name ? EXAMPLES.create : typed(`list show ${name ?? 'creators'}`);
    return joinSentences(reader, what, said.typeItLike({ example }));
  },
  'missing-list-name': ({ words }, { action }) => words.lists.faults.missingName({ example: EXAMPLES[action] }),
  'missing-list-accounts': ({ words }, { action, name }) => {
    const { missingWhoToAdd, missingWhoToRemove } = words.lists.faults;
    const say = action === 'add' ? missingWhoToAdd : missingWhoToRemove;
    return say({ list: { code: `list:${name}` }, example: typed(`list ${action} ${name} alice`) });
  },
  'surplus-list-word': ({ words }, { word, action }) =>
    words.lists.faults.surplusWord({ word: shownWord(word), example: EXAMPLES[action] }),
};

/** The controls that go with them. */
export const LIST_FAULT_OFFERS: FaultOffers<ListFault> = {
  'unknown-list-action': (reader, { suggestion, name }) => {
    if (suggestion) return [];
    return name ? [showList(reader, name), lookUpList(reader, name)] : [seeLists(reader)];
  },
  'missing-list-name': (reader, { action }) => [action === 'create' ? makeList(reader) : seeLists(reader)],
  'missing-list-accounts': (reader, { action, name }) =>
    action === 'add' ? [addAccounts(reader, name)] : [showList(reader, name)],
};

const mayChange = (reader: Reader): boolean => mayDo(reader, { ask: { asks: 'list-create' } });
