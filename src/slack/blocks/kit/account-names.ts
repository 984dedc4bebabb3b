import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { type Sentence, toText } from './inline.ts';
import { listed } from './listed.ts';
import { named } from './named-account.ts';

/** Longer lists of accounts are counted from here on, where something else tells all of them. */
const NAMES_SHOWN = 10;
/** UTF-16 units of all names together: those that are escaped grow to five times their length. */
const MOST_UNITS = 600;

interface Room {
  /** Whether all are wanted, whatever room they take. */
  readonly isWhole?: boolean;
  /** The most accounts that are shown, and what they may take together, UTF-16 units. */
  readonly most?: number;
  readonly units?: number;
}

/** Accounts as a list; the first ten as far as they are short enough, and how many more there are, unless more are wanted. */
export function accountNames(
  reader: Reader,
  accounts: readonly AccountId[],
  { isWhole = false, most = NAMES_SHOWN, units = MOST_UNITS }: Room = {},
): Sentence {
  let room = units;
  const shown = accounts
    .map((account) => named(reader, account))
    .filter((name, n) => {
      room -= toText(name).length;
      return isWhole || n === 0 || (n < most && room >= 0);
    });
  const left = accounts.length - shown.length;
  return listed(reader, [...shown, ...(left > 0 ? [reader.words.failureLines.moreAccounts({ accounts: left })] : [])]);
}
