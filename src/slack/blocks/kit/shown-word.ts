import type { FaultWord } from '../../../followstats/typed/words.ts';
import { clean, type Inline } from './inline.ts';

const WORD_LENGTH = 60;

/** A word as a person typed it, cut when very long; a mention stays one, since only that person reads of the fault. */
export function shownWord(word: FaultWord): Inline {
  if (typeof word !== 'string') return word;
  return { code: clean(word, WORD_LENGTH) };
}
