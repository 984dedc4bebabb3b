import type { LastWord, Reader } from '../../words/reader.ts';
import type { Inline, Sentence } from './inline.ts';

/** One item of a list: a piece, or a clause of several pieces. */
type Item = Inline | Sentence;

/** Joins items the way the reader's language lists things: `a, b, and c` in English. */
export function listed(reader: Reader, items: readonly Item[], last?: LastWord): Sentence {
  // Every second part is an item, in the order given.
  return reader.listParts(items.map(edgesOf), last).flatMap((part, n) => (n % 2 === 0 ? (items[n / 2] ?? []) : part));
}

/** The ends of an item, which decide on the spaces beside it: names, mentions and code are mostly Latin letters. */
function edgesOf(item: Item): string {
  const pieces: Sentence = isSentence(item) ? item : [item];
  return [pieces.at(0), pieces.at(-1)].map((piece) => (typeof piece === 'string' ? piece : 'a')).join('');
}

const isSentence = (item: Item): item is Sentence => Array.isArray(item);
