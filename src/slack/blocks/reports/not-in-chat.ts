import type { MissingAccount } from '../../../followstats/missing-accounts.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import type { GivenCommand } from '../kit/given-command.ts';
import { clean, type Inline, type Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { listed } from '../kit/listed.ts';
import { named } from '../kit/named-account.ts';
import type { Offer } from '../kit/offer.ts';

/** Longer lists of accounts are counted from here on. */
const ACCOUNTS_SHOWN = 10;
/** As much of a UserID as a button shows. */
const SHOWN_ON_BUTTON = 20;

interface Mistyped {
  readonly account: AccountId;
  readonly meant: AccountId;
}

/**
 * Says of accounts that were just put down that Chat doesn't know them, and which was probably meant: a line each where that is
 * known, the others together. Of none it says nothing.
 */
export function notInChatSentence(reader: Reader, missing: readonly MissingAccount[]): readonly Sentence[] {
  const { notInChat } = reader.words.who;
  const { meant: didYouMean } = reader.words.reports;
  const mistyped = missing
    .filter(isMistyped)
    .map(({ account, meant }) =>
      joinSentences(
        reader,
        notInChat.one({ account: { code: account } }),
        didYouMean({ account: named(reader, meant) }),
      ),
    );
  const others = missing.filter((one) => !isMistyped(one)).map(({ account }) => account);
  return [...mistyped, ...together(reader, others)];
}

function together(reader: Reader, accounts: readonly AccountId[]): readonly Sentence[] {
  const { one, several } = reader.words.who.notInChat;
  const [first, second] = accounts;
  if (first === undefined) return [];
  if (second === undefined) return [one({ account: { code: first } })];
  const more = accounts.length - ACCOUNTS_SHOWN;
  const shown = accounts.slice(0, ACCOUNTS_SHOWN).map((account): Inline => ({ code: account }));
  const left = more > 0 ? [reader.words.failureLines.moreAccounts({ accounts: more })] : [];
  return [several({ accounts: listed(reader, [...shown, ...left]) })];
}

/**
 * The button that puts the account that was meant in the place of a mistyped one; none where there are several such.
 * @param correct writes the command that does it
 */
export function useMeant(
  reader: Reader,
  missing: readonly MissingAccount[],
  correct: (mistyped: Mistyped) => GivenCommand,
): Offer | undefined {
  const [first, second] = missing.filter(isMistyped);
  if (!first || second) return undefined;
  const { text, label } = reader.words.who.useMeant;
  const account = clean(first.meant, SHOWN_ON_BUTTON);
  return {
    key: 'use-meant',
    words: {
      text: () => text({ account }),
      label: () => label({ account, typo: clean(first.account, SHOWN_ON_BUTTON) }),
    },
    deed: correct(first),
  };
}

const isMistyped = (one: MissingAccount): one is Mistyped => one.meant !== undefined;
