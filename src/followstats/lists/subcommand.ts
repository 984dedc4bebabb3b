import { defineSubcommand, done, writtenByStore } from '../subcommand.ts';
import type { ListName } from '../typed/list-name.ts';
import { createListAnswer } from './answer.ts';
import { beginningOfList, nearestListAction, readListCommand } from './read.ts';

const details = ({ name }: { readonly name: ListName | undefined }) => (name === undefined ? {} : { list: name });
const lookAt = ({ name }: { readonly name: ListName }) => `list show ${name}`;

/** `list …` */
export const lists = defineSubcommand({
  names: ['list'],
  fits: (_, [action]) => nearestListAction(action) !== undefined,
  beginning: (_, words) => beginningOfList(words),
  read: (_, words, limits) => readListCommand(words, limits),
  answer: createListAnswer,
  commands: {
    'list-show': { role: 'viewer', action: 'list-show', details, lookAt: undefined },
    'list-create': { role: 'editor', action: 'list-create', details, lookAt },
    'list-add': { role: 'editor', action: 'list-add', details, lookAt },
    'list-remove': { role: 'editor', action: 'list-remove', details, lookAt },
    'list-delete': { role: 'editor', action: 'list-delete', details, lookAt },
  },
  answers: {
    list: { ended: done },
    lists: { ended: done },
    'list-changed': { ended: writtenByStore, measure: ({ changed, size }) => ({ changed, size }) },
    'list-unchanged': { ended: writtenByStore },
    'list-deleted': { ended: writtenByStore },
  },
  furtherActions: [],
  usage: {
    listShow: { role: undefined, example: 'list show' },
    listCreate: { role: 'editor', example: 'list create creators alice bob' },
  },
});
