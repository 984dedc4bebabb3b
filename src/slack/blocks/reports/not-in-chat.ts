import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import type { Inline, Sentence } from '../kit/inline.ts';
import { listed } from '../kit/listed.ts';

/** Longer lists of accounts are counted from here on. */
const ACCOUNTS_SHOWN = 10;

/** Says of accounts that were just put down that Chat doesn't know them; of none it says nothing. */
export function notInChatSentence(reader: Reader, accounts: readonly AccountId[]): readonly Sentence[] {
  const { one, several } = reader.words.who.notInChat;
  const [first, second] = accounts;
  if (first === undefined) return [];
  if (second === undefined) return [one({ account: { code: first } })];
  const more = accounts.length - ACCOUNTS_SHOWN;
  const shown = accounts.slice(0, ACCOUNTS_SHOWN).map((account): Inline => ({ code: account }));
  const left = more > 0 ? [reader.words.failureLines.moreAccounts({ accounts: more })] : [];
  return [several({ accounts: listed(reader, [...shown, ...left]) })];
}
