import type { Misread } from '../subcommand.ts';
import { nearest } from '../typed/nearest.ts';
import { type FaultWord, toFaultWord, type Word } from '../typed/words.ts';

/** What can be done with one digest, named by its id. */
export const DIGEST_VERBS = ['edit', 'run', 'pause', 'resume', 'delete', 'restore', 'log'] as const;
/** One of `DIGEST_VERBS`. */
export type DigestVerb = (typeof DIGEST_VERBS)[number];

const DIGEST_ACTIONS = ['new', 'list', ...DIGEST_VERBS] as const;
/** The word behind `digest`: a verb, `new` or `list`. */
export type DigestAction = (typeof DIGEST_ACTIONS)[number];

/** What a person wants done with the digests. `id`: as it was typed; untrusted text, which the digests' room reads. */
export type DigestCommand =
  | { readonly kind: 'digest-new' }
  /** `from`: the digest that the list begins with, as `id`. */
  | { readonly kind: 'digest-list'; readonly from?: string }
  | { readonly kind: `digest-${DigestVerb}`; readonly id: string };

/** What is wrong with a `digest …` command. `word`: the word at fault, as it was typed; untrusted text. */
export type DigestFault =
  | { readonly kind: 'unknown-digest-action'; readonly word: FaultWord; readonly suggestion: DigestAction | undefined }
  | { readonly kind: 'missing-digest-id'; readonly action: DigestVerb }
  | { readonly kind: 'surplus-digest-word'; readonly word: FaultWord; readonly action: DigestAction };

/** How digests are numbered. */
const NUMBER = /^#?\d{1,9}$/;

/** Reads the words behind `/followstats digest`; without any it is about all digests. */
export function readDigestCommand(words: readonly Word[]): DigestCommand | Misread<DigestFault, 'digest-list'> {
  const read = readAction(words);
  return 'fault' in read ? { ...read, meant: 'digest-list' } : read;
}

function readAction(words: readonly Word[]): DigestCommand | { readonly fault: DigestFault } {
  const [first, second, third] = words;
  if (first === undefined) return { kind: 'digest-list' };
  const word = toFaultWord(first);
  const text = typeof word === 'string' ? word.toLowerCase() : '';
  const suggestion = nearest(text, DIGEST_ACTIONS, 2);
  if (suggestion !== text) return { fault: { kind: 'unknown-digest-action', word, suggestion } };

  const action = suggestion as DigestAction;
  const id = second && toFaultWord(second);
  const isFrom = action === 'list' && typeof id === 'string' && NUMBER.test(id);
  const surplus = (action === 'new' || action === 'list') && !isFrom ? second : third;
  if (surplus) return { fault: { kind: 'surplus-digest-word', word: toFaultWord(surplus), action } };
  if (action === 'new') return { kind: 'digest-new' };
  if (action === 'list') return { kind: 'digest-list', ...(isFrom && { from: id }) };
  if (typeof id !== 'string') return { fault: { kind: 'missing-digest-id', action } };
  return { kind: `digest-${action}`, id };
}
