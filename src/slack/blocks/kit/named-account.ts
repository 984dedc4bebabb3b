import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { type Sentence, toPlain } from './inline.ts';
import { LIMITS } from './limits.ts';

/** How a UserID stands in a sentence. */
type Style = 'bold' | 'code';

/**
 * An account in a sentence: its UserID, and behind it its name where one is known: `alice (Alice Liddell)`. A name is anybody's
 * words: it is plain text wherever it stands.
 * @param given its nickname as Chat gave it just now, where it did
 */
export function named(reader: Reader, account: AccountId, style: Style = 'bold', given?: string): Sentence {
  const userId = style === 'bold' ? { bold: account } : { code: account };
  const name = reader.nameOf(account, given);
  return name === undefined ? [userId] : reader.words.kit.named({ account: userId, name });
}

/** The same as plain text, for cells and options. */
export function namedText(reader: Reader, account: AccountId, given?: string): string {
  return toPlain(named(reader, account, 'bold', given));
}

/** What an account is called in a chart: with its name where both have room. */
export function chartName(reader: Reader, account: AccountId): string {
  const text = namedText(reader, account);
  return text.length <= LIMITS.chartLabel ? text : account;
}

/** The same reader, to whom no names are shown: where there is room for numbers or for names, numbers stay. */
export function withoutNames(reader: Reader): Reader {
  return { ...reader, nameOf: () => undefined };
}
