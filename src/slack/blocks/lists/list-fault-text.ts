import { LIST_ACTIONS, type ListAction, type ListFault } from '../../../followstats/lists/list-command.ts';
import type { ListName } from '../../../followstats/typed/list-name.ts';
import type { FaultWords } from '../kit/fault-words.ts';
import type { Inline } from '../kit/inline.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';

const EXAMPLES: Readonly<Record<ListAction, string>> = {
  create: 'list create creators alice bob',
  add: 'list add creators alice bob',
  remove: 'list remove creators alice',
  show: 'list show creators',
  delete: 'list delete creators',
};

/** What is wrong with a list, or with what is done to one. */
export const LIST_FAULTS: FaultWords<ListFault> = {
  'unknown-list-action': (_, { word, suggestion, name }) => [
    'After ',
    typed('list'),
    ` comes ${LIST_ACTIONS.slice(0, -1).join(', ')} or ${LIST_ACTIONS.at(-1)}, not `,
    shownWord(word),
    ...nextAction(suggestion, name),
  ],
  'missing-list-name': (_, { action }) => ['Which list? Type its name, like ', typed(EXAMPLES[action]), '.'],
  'missing-list-accounts': (_, { action, name }) => [
    action === 'add' ? 'Whom shall I add to ' : 'Whom shall I remove from ',
    { code: `list:${name}` },
    '? Name at least one account, like ',
    typed(`list ${action} ${name} alice`),
    '.',
  ],
  'surplus-list-word': (_, { word, action }) => [
    shownWord(word),
    ' is too much here: type only the list’s name, like ',
    typed(EXAMPLES[action]),
    '.',
  ],
};

function nextAction(suggestion: ListAction | undefined, name: ListName | undefined): readonly Inline[] {
  if (suggestion) return ['. Did you mean ', typed(EXAMPLES[suggestion]), '?'];
  if (!name) return ['. Type it like ', typed(EXAMPLES.create), '.'];
  return ['. To see a list, type ', typed(`list show ${name}`), '; to look it up, ', typed(`list:${name}`), '.'];
}
