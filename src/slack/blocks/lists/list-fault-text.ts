import type { ListAction, ListFault } from '../../../followstats/lists/read.ts';
import type { ListName } from '../../../followstats/typed/list-name.ts';
import type { Reader } from '../../words/reader.ts';
import type { FaultWords } from '../kit/fault-words.ts';
import type { Inline, Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';

const EXAMPLES: Readonly<Record<ListAction, Inline>> = {
  create: typed('list create creators alice bob'),
  add: typed('list add creators alice bob'),
  remove: typed('list remove creators alice'),
  show: typed('list show creators'),
  delete: typed('list delete creators'),
};

/** The faults of commands about lists, each with a right example. */
export const LIST_FAULTS: FaultWords<ListFault> = {
  'unknown-list-action': (reader, { word, suggestion, name }) =>
    joinSentences(
      reader,
      reader.words.lists.faults.unknownAction({ command: typed('list'), word: shownWord(word) }),
      nextAction(reader, suggestion, name),
    ),
  'missing-list-name': ({ words }, { action }) => words.lists.faults.missingName({ example: EXAMPLES[action] }),
  'missing-list-accounts': ({ words }, { action, name }) => {
    const { missingWhoToAdd, missingWhoToRemove } = words.lists.faults;
    const say = action === 'add' ? missingWhoToAdd : missingWhoToRemove;
    return say({ list: { code: `list:${name}` }, example: typed(`list ${action} ${name} alice`) });
  },
  'surplus-list-word': ({ words }, { word, action }) =>
    words.lists.faults.surplusWord({ word: shownWord(word), example: EXAMPLES[action] }),
};

function nextAction({ words }: Reader, suggestion: ListAction | undefined, name: ListName | undefined): Sentence {
  const { didYouMean, showOrLookUp, typeItLike } = words.lists.faults;
  if (suggestion) return didYouMean({ command: EXAMPLES[suggestion] });
  if (!name) return typeItLike({ example: EXAMPLES.create });
  return showOrLookUp({ show: typed(`list show ${name}`), lookUp: typed(`list:${name}`) });
}
