import type { Sentence } from './inline.ts';

/** Whole sentences on one line, one behind the other; what is left out (`undefined`) leaves no gap. */
export function joinSentences(...sentences: readonly (Sentence | undefined)[]): Sentence {
  const said = sentences.filter((sentence) => sentence !== undefined);
  return said.flatMap((sentence, n) => (n > 0 ? [' ', ...sentence] : sentence));
}
