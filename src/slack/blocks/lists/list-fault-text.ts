import type { ListAction, ListFault } from '../../../followstats/lists/read.ts';
import type { ResolveFault } from '../../../followstats/reports/resolve.ts';
import type { ListName } from '../../../followstats/typed/list-name.ts';
import type { Reference, WhoFault } from '../../../followstats/typed/who.ts';
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

/** The faults of commands about lists, and of words that name one, each with a right example. */
export const LIST_FAULTS: FaultWords<ListFault | ResolveFault | Extract<WhoFault, { kind: 'bad-list-name' }>> = {
  'unknown-list-action': (reader, { word, suggestion, name }) =>
    joinSentences(
      reader.words.lists.faults.unknownAction({ command: typed('list'), word: shownWord(word) }),
      nextAction(reader, suggestion, name),
    ),
  'missing-list-name': ({ words }, { action }) => words.lists.faults.missingName({ example: EXAMPLES[action] }),
  'bad-list-name': ({ words }, { word }) =>
    words.lists.faults.badName({ word: shownWord(word), example: EXAMPLES.show }),
  'missing-list-accounts': ({ words }, { action, name }) => {
    const { missingWhoToAdd, missingWhoToRemove } = words.lists.faults;
    const say = action === 'add' ? missingWhoToAdd : missingWhoToRemove;
    return say({ list: { code: `list:${name}` }, example: typed(`list ${action} ${name} alice`) });
  },
  'surplus-list-word': ({ words }, { word, action }) =>
    words.lists.faults.surplusWord({ word: shownWord(word), example: EXAMPLES[action] }),
  'unknown-list': ({ words }, { name, suggestion }) => {
    const { unknownList, unknownListLike } = words.lists.faults;
    const said = {
      list: { code: `list:${name}` },
      show: typed('list show'),
      create: typed(`list create ${name} alice`),
    };
    return suggestion ? unknownListLike({ ...said, suggestion: { code: `list:${suggestion}` } }) : unknownList(said);
  },
  'too-many-groups': ({ words }, { count, max }) =>
    words.lists.faults.tooManyGroups({ count, max, example: typed('alice bob') }),
  'too-many-resolved': ({ words }, { by, count, max }) =>
    words.lists.faults.tooManyAccounts({ count, max, by: toInline(by), example: typed('alice bob') }),
};

function nextAction({ words }: Reader, suggestion: ListAction | undefined, name: ListName | undefined): Sentence {
  const { didYouMean, showOrLookUp, typeItLike } = words.lists.faults;
  if (suggestion) return didYouMean({ command: EXAMPLES[suggestion] });
  if (!name) return typeItLike({ example: EXAMPLES.create });
  return showOrLookUp({ show: typed(`list show ${name}`), lookUp: typed(`list:${name}`) });
}

function toInline(reference: Reference): Inline {
  if (reference.kind === 'account') return shownWord(reference.account);
  return reference.kind === 'list' ? { code: `list:${reference.name}` } : reference;
}
