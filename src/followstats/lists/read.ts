import type { Limits, Misread } from '../subcommand.ts';
import type { ListName } from '../typed/list-name.ts';
import { nearest } from '../typed/nearest.ts';
import { readListWord, readWho, type Who, type WhoFault, writeWho } from '../typed/who.ts';
import { type FaultWord, toFaultWord, type Word } from '../typed/words.ts';

/** What a person wants done with the lists; `list-show` without a name is about all of them. */
export type ListCommand =
  | { readonly kind: 'list-create' | 'list-add' | 'list-remove'; readonly name: ListName; readonly who: Who }
  | { readonly kind: 'list-delete'; readonly name: ListName }
  | { readonly kind: 'list-show'; readonly name: ListName | undefined };

/** The words that may stand behind `list`. */
export const LIST_ACTIONS = ['create', 'add', 'remove', 'show', 'delete'] as const;
/** One of `LIST_ACTIONS`. */
export type ListAction = (typeof LIST_ACTIONS)[number];

/** What is wrong with a `list …` command. `word`: the word at fault, as it was typed; untrusted text. */
export type ListFault =
  /** `name`: of a list, where the word behind it may be one. */
  | {
      readonly kind: 'unknown-list-action';
      readonly word: FaultWord;
      readonly suggestion: ListAction | undefined;
      readonly name: ListName | undefined;
    }
  | { readonly kind: 'missing-list-name'; readonly action: ListAction }
  | { readonly kind: 'missing-list-accounts'; readonly action: 'add' | 'remove'; readonly name: ListName }
  | { readonly kind: 'surplus-list-word'; readonly word: FaultWord };

/** Reads the words behind `/followstats list`. Of a misspelled action the nearest one is taken as meant. */
export function readListCommand(
  words: readonly Word[],
  { maxAccounts }: Limits,
): ListCommand | Misread<ListFault | WhoFault, ListCommand['kind']> {
  const read = readAnyAction(words, maxAccounts);
  const [first] = words;
  return 'fault' in read ? { ...read, meant: `list-${(first && nearestListAction(first)) ?? 'show'}` } : read;
}

function readAnyAction(
  words: readonly Word[],
  maxAccounts: number,
): ListCommand | { readonly fault: ListFault | WhoFault } {
  const [first, second, ...rest] = words;
  if (first === undefined) return { kind: 'list-show', name: undefined };
  const action = readAction(first);
  // The name of a list alone: it is shown, if there is one.
  const alone = second === undefined && !nearestListAction(first) ? readName(first) : undefined;
  if (alone !== undefined) return { kind: 'list-show', name: alone };
  if (action === undefined) return { fault: unknownAction(first, second) };
  if (second === undefined && action === 'show') return { kind: 'list-show', name: undefined };
  if (second === undefined) return { fault: { kind: 'missing-list-name', action } };
  const name = readName(second);
  if (name === undefined) return { fault: { kind: 'bad-list-name', word: toFaultWord(second) } };

  if (action === 'show' || action === 'delete') {
    const [surplus] = rest;
    if (surplus) return { fault: { kind: 'surplus-list-word', word: toFaultWord(surplus) } };
    return { kind: `list-${action}`, name };
  }
  const read = readWho(rest, maxAccounts);
  if ('fault' in read) return read;
  if (read.who.length === 0 && action !== 'create') return { fault: { kind: 'missing-list-accounts', action, name } };
  return { kind: `list-${action}`, name, who: read.who };
}

/** The action that a word is. */
function readAction(word: Word): ListAction | undefined {
  return word.kind === 'text' ? LIST_ACTIONS.find((action) => action === word.text.toLowerCase()) : undefined;
}

function readName(word: Word): ListName | undefined {
  return word.kind === 'text' ? readListWord(word.text) : undefined;
}

function unknownAction(word: Word, behind: Word | undefined): ListFault {
  const name = behind && readName(behind);
  return { kind: 'unknown-list-action', word: toFaultWord(word), suggestion: nearestListAction(word), name };
}

/** Returns the action and the name of the list, as far as both are right. */
export function beginningOfList([first, second]: readonly Word[]): readonly Word[] {
  const action = first && readAction(first);
  if (!action) return [];
  const name = second && readName(second);
  return [action, ...(name ? [name] : [])].map((text) => ({ kind: 'text', text, quoted: false }));
}

/** The action a word is, or is nearly. */
export function nearestListAction(word: Word): ListAction | undefined {
  return word.kind === 'text' ? nearest(word.text.toLowerCase(), LIST_ACTIONS, 2) : undefined;
}

/** Writes a command about lists as it would be typed, in the form in which Slack delivers that. */
export function writeListCommand(command: ListCommand): string {
  const [subcommand, action] = command.kind.split('-');
  const who = 'who' in command ? writeWho(command.who) : '';
  return [subcommand, action, command.name, who].filter(Boolean).join(' ');
}
