import type { Reader } from '../../words/reader.ts';
import type { Sentence } from './inline.ts';

/**
 * Whole sentences on one line, one behind the other, with between them what the reader's language puts there: a space in
 * English. What is left out (`undefined`) leaves no gap. A code that stands by itself never touches what is before it.
 */
export function joinSentences({ words: { kit } }: Reader, ...sentences: readonly (Sentence | undefined)[]): Sentence {
  const said = sentences.filter((sentence) => sentence !== undefined);
  return said.flatMap((sentence, n) =>
    n > 0 ? [...(isCode(sentence) ? [' '] : kit.betweenSentences()), ...sentence] : sentence,
  );
}

function isCode([piece, ...others]: Sentence): boolean {
  return others.length === 0 && typeof piece === 'object' && 'code' in piece;
}
