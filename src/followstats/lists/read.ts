import type { Limits, Misread } from '../subcommand.ts';
import type { ListName } from '../typed/list-name.ts';
import { nearest } from '../typed/nearest.ts';
import { readListWord, readWho, type Who, type WhoFault } from '../typed/who.ts';
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
  /** `name`: set where the word may be a list's name, with nothing behind it. */
  | {
      readonly kind: 'unknown-list-action';
      readonly word: FaultWord;
      readonly suggestion: ListAction | undefined;
      readonly name: ListName | undefined;
    }
  | { readonly kind: 'missing-list-name'; readonly action: ListAction }
  | { readonly kind: 'missing-list-accounts'; readonly action: 'add' | 'remove'; readonly name: ListName }
  | { readonly kind: 'surplus-list-word'; readonly word: FaultWord; readonly action: 'show' | 'delete' };

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
  const action = readAction(first, second === undefined);
  if (typeof action === 'object') return action;
  if (second === undefined && action === 'show') return { kind: 'list-show', name: undefined };
  if (second === undefined) return { fault: { kind: 'missing-list-name', action } };
  const name = second.kind === 'text' ? readListWord(second.text) : undefined;
  if (name === undefined) return { fault: { kind: 'bad-list-name', word: toFaultWord(second) } };

  if (action === 'show' || action === 'delete') {
    const [surplus] = rest;
    if (surplus) return { fault: { kind: 'surplus-list-word', word: toFaultWord(surplus), action } };
    return { kind: `list-${action}`, name };
  }
  const read = readWho(rest, maxAccounts);
  if ('fault' in read) return read;
  if (read.who.length === 0 && action !== 'create') return { fault: { kind: 'missing-list-accounts', action, name } };
  return { kind: `list-${action}`, name, who: read.who };
}

function readAction(word: Word, isAlone: boolean): ListAction | { readonly fault: ListFault } {
  const text = word.kind === 'text' ? word.text : '';
  const suggestion = nearestListAction(word);
  if (suggestion && suggestion === text.toLowerCase()) return suggestion;
  const name = isAlone ? readListWord(text) : undefined;
  return { fault: { kind: 'unknown-list-action', word: toFaultWord(word), suggestion, name } };
}

/** The action a word is, or is nearly. */
export function nearestListAction(word: Word): ListAction | undefined {
  return word.kind === 'text' ? nearest(word.text.toLowerCase(), LIST_ACTIONS, 2) : undefined;
}
