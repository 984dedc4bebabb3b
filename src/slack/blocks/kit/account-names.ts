import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from './inline.ts';
import { listed } from './listed.ts';

/** Longer lists of accounts are counted from here on, where something else tells all of them. */
const NAMES_SHOWN = 10;

/** Accounts as a list; the first ten, and how many more there are, unless `most` says otherwise. */
export function accountNames(reader: Reader, accounts: readonly AccountId[], most = NAMES_SHOWN): Sentence {
  const shown = accounts.slice(0, most).map((account) => ({ bold: account }));
  const left = accounts.length - shown.length;
  return listed(reader, [...shown, ...(left > 0 ? [reader.words.failureLines.moreAccounts({ accounts: left })] : [])]);
}
