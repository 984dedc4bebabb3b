import { COMMAND } from '../names.ts';
import { clean, type Inline } from './inline.ts';

const WORD_LENGTH = 60;

/** A command to be typed, whole. */
export function typed(text: string): Inline {
  return { code: text ? `${COMMAND} ${text}` : COMMAND };
}

/** A word as somebody typed it, cut when very long. */
export function shownWord(word: string): Inline {
  return { code: clean(word, WORD_LENGTH) };
}
