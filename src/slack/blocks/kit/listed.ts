import type { Reader } from '../../words/reader.ts';
import type { Inline, Sentence } from './inline.ts';

/** Joins pieces, or clauses of several pieces, the way the reader's language lists things: with commas in English. */
export function listed(reader: Reader, items: readonly (Inline | Sentence)[]): Sentence {
  return items.flatMap((item, n) => [...(n > 0 ? reader.words.kit.comma() : []), item].flat());
}
