import type { AccountList } from '../../../followstats/lists/lists.ts';
import { writeAccount } from '../../../followstats/typed/who.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { accountNames } from '../kit/account-names.ts';
import { type Inline, type Sentence, toRichText, toText } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { mayDo, type Offer, offer } from '../kit/offer.ts';
import { joinText, type Reply } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';
import { withControls } from '../kit/with-controls.ts';
import { addAccounts, deleteList, lookUpList, mentionList, removeAccounts } from '../reports/list-offers.ts';

const ACCOUNTS_A_LINE = 20;
/** Blocks of more may be rejected for their size; the text has all. */
const ACCOUNTS_SHOWN = 300;
/** What names take of the room that the accounts leave, UTF-16 units. */
const NAMES_ROOM = 3000;

/** One list with its accounts, and what can be done with it. */
export function showReply(reader: Reader, { name, accounts }: AccountList, maxAccounts: number): Reply {
  const size = accounts.length;
  const title = reader.words.lists.one({ list: mentionList(name), size });
  const note = size > maxAccounts ? [tooManyToLookUp(reader, maxAccounts)] : [];
  const whoIsWho = namesNote(reader, accounts);
  return withControls(
    withAccounts(reader, [title], accounts, [...whoIsWho, ...note]),
    offer(
      reader,
      ...toLookUp(reader, { name, size }, maxAccounts),
      addAccounts(reader, name),
      size > 0 ? removeAccounts(reader, name) : undefined,
      { ...deleteList(reader, name), style: 'danger' },
    ),
  );
}

/** Sentences with accounts below, written as they have to be typed, so that a line of them can be copied into a command. */
export function withAccounts(
  reader: Reader,
  above: readonly Sentence[],
  accounts: readonly AccountId[],
  below: readonly Sentence[] = [],
): Reply {
  const left = accounts.length - ACCOUNTS_SHOWN;
  const rest = left > 0 ? [reader.words.lists.more({ left })] : [];
  return {
    text: joinText(reader, [...above, ...toLines(accounts), ...below].map(toText)),
    renderings: [[toRichText([...above, ...toLines(accounts.slice(0, ACCOUNTS_SHOWN)), ...rest, ...below])]],
  };
}

/** The names of those that have one, apart from the lines that can be copied. */
function namesNote(reader: Reader, accounts: readonly AccountId[]): readonly Sentence[] {
  const withName = accounts.filter((account) => reader.nameOf(account) !== undefined);
  if (withName.length === 0) return [];
  const room = { most: ACCOUNTS_SHOWN, units: NAMES_ROOM };
  return [reader.words.lists.names({ accounts: accountNames(reader, withName, room) })];
}

/** The button that looks a list up; of one that is too long for that, the one that makes a digest of it. */
export function toLookUp(
  reader: Reader,
  { name, size }: { readonly name: AccountList['name']; readonly size: number },
  maxAccounts: number,
): readonly Offer[] {
  if (size === 0) return [];
  if (size <= maxAccounts) return [lookUpList(reader, name)];
  return [{ key: 'digest', words: reader.words.lists.newDigest, deed: NEW_DIGEST }];
}

/** Says of a list that one look-up can't take all of it, and to those who may make a digest that one can. */
export function tooManyToLookUp(reader: Reader, maxAccounts: number): Sentence {
  const { tooManyToLookUp: tooMany, useDigest } = reader.words.lists;
  const digest =
    mayDo(reader, NEW_DIGEST) && !reader.isInForm ? useDigest({ digest: typed(NEW_DIGEST.command) }) : undefined;
  return joinSentences(reader, tooMany({ max: maxAccounts }), digest);
}

const NEW_DIGEST = { command: 'digest new' } as const;

function toLines(accounts: readonly AccountId[]): readonly Sentence[] {
  const starts = accounts.flatMap((_, n) => (n % ACCOUNTS_A_LINE === 0 ? [n] : []));
  return starts.map((start) =>
    accounts
      .slice(start, start + ACCOUNTS_A_LINE)
      .flatMap((account, n): Inline[] => [...(n > 0 ? [' '] : []), { code: writeAccount(account) }]),
  );
}
