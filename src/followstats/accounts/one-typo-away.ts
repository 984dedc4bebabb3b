import { readAccountId } from '../typed/account-id.ts';
import type { AccountId } from '../types.ts';

/** Every character that a UserID may hold. */
const CHARACTERS = Array.from({ length: 0x7f - 0x20 }, (_, n) => String.fromCharCode(0x20 + n));

/**
 * Every UserID that a mistyped one may have been meant to be: the same in another case first, then those with one letter
 * missing, extra, wrong, or swapped with the next, in the case typed and in lower case. At most 12,500, for 32 bytes.
 */
export function oneTypoAway(account: AccountId): readonly AccountId[] {
  const lower = account.toLowerCase();
  const capital = `${lower.slice(0, 1).toUpperCase()}${lower.slice(1)}`;
  const meant = new Set([lower, account.toUpperCase(), capital]);
  for (const typed of new Set<string>([account, lower])) for (const near of editsOf(typed)) meant.add(near);
  meant.delete(account);
  return [...meant].flatMap((text) => {
    const read = readAccountId(text);
    return 'id' in read && isTypeable(text) ? [read.id] : [];
  });
}

/** A space at an end can't be typed, and no person means a UserID of nothing. */
const isTypeable = (text: string): boolean => text !== '' && text.trim() === text;

function* editsOf(text: string): Iterable<string> {
  for (let at = 0; at <= text.length; at += 1) {
    const [before, here, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
    for (const character of CHARACTERS) yield `${before}${character}${here}${after}`;
    if (here === '') continue;
    yield `${before}${after}`;
    if (after !== '') yield `${before}${after.slice(0, 1)}${here}${after.slice(1)}`;
    for (const character of CHARACTERS) yield `${before}${character}${after}`;
  }
}
