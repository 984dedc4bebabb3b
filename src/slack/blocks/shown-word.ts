import { clean, type Inline } from './inline.ts';

const WORD_LENGTH = 60;

/** A word as somebody typed it, cut when very long. */
export function shownWord(word: string): Inline {
  return { code: clean(word, WORD_LENGTH) };
}
