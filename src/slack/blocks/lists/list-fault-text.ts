import { LIST_ACTIONS, type ListAction, type ListFault } from '../../../followstats/lists/read.ts';
import type { ResolveFault } from '../../../followstats/reports/resolve.ts';
import type { ListName } from '../../../followstats/typed/list-name.ts';
import type { Reference, WhoFault } from '../../../followstats/typed/who.ts';
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
export const LIST_FAULTS: FaultWords<ListFault | ResolveFault | Extract<WhoFault, { kind: 'bad-list-name' }>> = {
  'unknown-list-action': ({ word, suggestion, name }) => [
    'After ',
    typed('list'),
    ` comes ${LIST_ACTIONS.slice(0, -1).join(', ')} or ${LIST_ACTIONS.at(-1)}, not `,
    shownWord(word),
    ...nextAction(suggestion, name),
  ],
  'missing-list-name': ({ action }) => ['Which list? Type its name, like ', typed(EXAMPLES[action]), '.'],
  'bad-list-name': ({ word }) => [
    shownWord(word),
    ' can’t be a list: a list’s name is 1 to 40 letters, digits, - and _, beginning with a letter or digit, like ',
    typed('list show creators'),
    '.',
  ],
  'missing-list-accounts': ({ action, name }) => [
    action === 'add' ? 'Whom shall I add to ' : 'Whom shall I remove from ',
    { code: `list:${name}` },
    '? Name at least one account, like ',
    typed(`list ${action} ${name} alice`),
    '.',
  ],
  'surplus-list-word': ({ word, action }) => [
    shownWord(word),
    ' is too much here: type only the list’s name, like ',
    typed(EXAMPLES[action]),
    '.',
  ],
  'unknown-list': ({ name, suggestion }) => [
    'There is no ',
    { code: `list:${name}` },
    ...(suggestion ? ['. Did you mean ', { code: `list:${suggestion}` }, '?'] : ['.']),
    ' Type ',
    typed('list show'),
    ' to see all lists, or make it with ',
    typed(`list create ${name} alice`),
    '.',
  ],
  'too-many-groups': ({ count, max }) => [
    `That is ${count} user groups, and one question takes at most ${max}. Name fewer at a time, like `,
    typed('alice bob'),
    '.',
  ],
  'too-many-resolved': ({ by, count, max }) => [
    `That is ${count} accounts, and one command takes at most ${max}; too many since `,
    toInline(by),
    '. Ask about fewer at a time, like ',
    typed('alice bob'),
    '.',
  ],
};

function nextAction(suggestion: ListAction | undefined, name: ListName | undefined): readonly Inline[] {
  if (suggestion) return ['. Did you mean ', typed(EXAMPLES[suggestion]), '?'];
  if (!name) return ['. Type it like ', typed(EXAMPLES.create), '.'];
  return ['. To see a list, type ', typed(`list show ${name}`), '; to look it up, ', typed(`list:${name}`), '.'];
}

function toInline(reference: Reference): Inline {
  if (reference.kind === 'account') return shownWord(reference.account);
  return reference.kind === 'list' ? { code: `list:${reference.name}` } : reference;
}
