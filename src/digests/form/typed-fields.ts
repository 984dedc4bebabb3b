import { dropUnseen, dropUnseenButEmoji } from '../../followstats/typed/unseen.ts';

/** Characters of a title, in code points. */
export const MOST_TITLE = 60;
/** Raw text of a title that is looked at, in UTF-16 units: 60 characters as long as emoji get. */
const MOST_TITLE_UNITS = MOST_TITLE * 20;
/** Text that is looked at as a number, in UTF-16 units. */
const MOST_NUMBER = 100;

/** What is seen of a field's text. Too long a text comes back as it is, to be refused for that. @param most in UTF-16 units */
export function seenOf(text: string, most: number): string {
  return text.length > most ? text : dropUnseen(text);
}

/** A title on one line, as it is seen. Of one far too long all is left: telling emoji from what can't be seen is slow. */
export function readTitle(text: string): string {
  const typed = text.length > MOST_TITLE_UNITS ? text : dropUnseenButEmoji(text);
  return typed.replace(/\s+/gu, ' ').trim();
}

/** A number above 0; `undefined` when nothing was typed. */
export function readThreshold(text: string, pattern: RegExp, most: number): number | 'wrong' | undefined {
  if (text.length > MOST_NUMBER) return 'wrong';
  const typed = dropUnseen(text).trim();
  if (typed === '') return undefined;
  const number = Number(typed);
  return pattern.test(typed) && number > 0 && number <= most ? number : 'wrong';
}
