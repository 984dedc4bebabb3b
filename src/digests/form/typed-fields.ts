import { dropUnseen, dropUnseenButEmoji } from '../../followstats/typed/unseen.ts';

/** Characters of a title, in code points. */
export const MOST_TITLE = 60;
/** Raw text of a title that is looked at, in UTF-16 units: 60 characters as long as emoji get. */
const MOST_TITLE_UNITS = MOST_TITLE * 20;
/** Text that is looked at as a number, in UTF-16 units. */
const MOST_NUMBER = 100;

/** Drops what can't be seen from a field's text. One longer than `most` UTF-16 units comes back as it is, to be rejected. */
export function seenOf(text: string, most: number): string {
  return text.length > most ? text : dropUnseen(text);
}

/** Reads a title on one line, without what can't be seen. One that is far too long is left as it is, since that is slow. */
export function readTitle(text: string): string {
  const typed = text.length > MOST_TITLE_UNITS ? text : dropUnseenButEmoji(text);
  return typed.replace(/\s+/gu, ' ').trim();
}

/** Reads a number above 0 and up to `most`. @returns `undefined` when nothing was typed, `bad` for any other text */
export function readThreshold(text: string, pattern: RegExp, most: number): number | 'bad' | undefined {
  if (text.length > MOST_NUMBER) return 'bad';
  const typed = dropUnseen(text).trim();
  if (typed === '') return undefined;
  const number = Number(typed);
  return pattern.test(typed) && number > 0 && number <= most ? number : 'bad';
}
