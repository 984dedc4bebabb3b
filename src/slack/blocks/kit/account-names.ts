import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { type Sentence, toText } from './inline.ts';
import { listed } from './listed.ts';

/** Longer lists of accounts are counted from here on, where something else tells all of them. */
const NAMES_SHOWN = 10;
/** UTF-16 units of all names together: those that are escaped grow to five times their length. */
const MOST_UNITS = 600;

/** Accounts as a list; the first ten as far as they are short enough, and how many more there are, unless all are wanted. */
export function accountNames(
  reader: Reader,
  accounts: readonly AccountId[],
  { isWhole = false }: { readonly isWhole?: boolean } = {},
): Sentence {
  let room = MOST_UNITS;
  const shown = accounts
    .map((account) => ({ bold: account }))
    .filter((name, n) => {
      room -= toText([name]).length;
      return isWhole || n === 0 || (n < NAMES_SHOWN && room >= 0);
    });
  const left = accounts.length - shown.length;
  return listed(reader, [...shown, ...(left > 0 ? [reader.words.failureLines.moreAccounts({ accounts: left })] : [])]);
}
