import type { Misread } from '../subcommand.ts';
import { readAccountId } from '../typed/account-id.ts';
import { nearest } from '../typed/nearest.ts';
import { type FaultWord, toFaultWord, type Word } from '../typed/words.ts';
import type { AccountId } from '../types.ts';

/** What can be done with one watch, named by its id. */
export const WATCH_VERBS = ['edit', 'pause', 'resume', 'mute', 'unmute', 'delete', 'restore'] as const;
/** One of `WATCH_VERBS`. */
export type WatchVerb = (typeof WATCH_VERBS)[number];

const WATCH_ACTIONS = ['new', 'list', ...WATCH_VERBS] as const;
/** The word behind `watch`: a verb, `new` or `list`. */
export type WatchAction = (typeof WATCH_ACTIONS)[number];

/** What a person wants done with the watches. `id`: as it was typed; untrusted text, which the digests' room reads. */
export type WatchCommand =
  /** `account`: what stands in the form at first. */
  | { readonly kind: 'watch-new'; readonly account?: AccountId }
  /** `from`: the watch that the list begins with, as `id`. */
  | { readonly kind: 'watch-list'; readonly from?: string }
  | { readonly kind: `watch-${WatchVerb}`; readonly id: string };

/** What is wrong with a `watch …` command. `word`: the word at fault, as it was typed; untrusted text. */
export type WatchFault =
  | { readonly kind: 'unknown-watch-action'; readonly word: FaultWord; readonly suggestion: WatchAction | undefined }
  | { readonly kind: 'missing-watch-id'; readonly action: WatchVerb }
  | { readonly kind: 'surplus-watch-word'; readonly word: FaultWord; readonly action: WatchAction };

/** How watches are numbered. */
const NUMBER = /^#?\d{1,9}$/;

/** Reads the words behind `/followstats watch`; without any it is about all watches. */
export function readWatchCommand(words: readonly Word[]): WatchCommand | Misread<WatchFault, 'watch-list'> {
  const read = readAction(words);
  return 'fault' in read ? { ...read, meant: 'watch-list' } : read;
}

function readAction(words: readonly Word[]): WatchCommand | { readonly fault: WatchFault } {
  const [first, second, third] = words;
  if (first === undefined) return { kind: 'watch-list' };
  const word = toFaultWord(first);
  const text = typeof word === 'string' ? word.toLowerCase() : '';
  const suggestion = nearest(text, WATCH_ACTIONS, 2);
  if (suggestion !== text) return { fault: { kind: 'unknown-watch-action', word, suggestion } };

  const action = suggestion as WatchAction;
  const id = second && toFaultWord(second);
  const surplus = (one: Word) => ({ fault: { kind: 'surplus-watch-word', word: toFaultWord(one), action } }) as const;
  if (action === 'new') {
    const account = second && accountOf(second);
    const extra = account === undefined ? second : third;
    return extra ? surplus(extra) : { kind: 'watch-new', ...(account !== undefined && { account }) };
  }
  const isFrom = action === 'list' && typeof id === 'string' && NUMBER.test(id);
  const extra = action === 'list' && !isFrom ? second : third;
  if (extra) return surplus(extra);
  if (action === 'list') return { kind: 'watch-list', ...(isFrom && { from: id }) };
  if (typeof id !== 'string') return { fault: { kind: 'missing-watch-id', action } };
  return { kind: `watch-${action}`, id };
}

function accountOf(word: Word): AccountId | undefined {
  if (word.kind !== 'text') return undefined;
  const read = readAccountId(word.text);
  return 'id' in read ? read.id : undefined;
}
