import type { FaultWord } from '../../../followstats/typed/words.ts';
import { clean, type Inline } from './inline.ts';

const WORD_LENGTH = 60;

/** A word as somebody typed it, cut when very long; a mention as a mention, which faults only show to whoever typed it. */
export function shownWord(word: FaultWord): Inline {
  if (typeof word !== 'string') return word;
  return { code: clean(word, WORD_LENGTH) };
}
