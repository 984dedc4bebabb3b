import type { ListAnswer } from '../../../followstats/lists/answer.ts';
import { type AccountList, MOST_LIST_ACCOUNTS, MOST_LISTS } from '../../../followstats/lists/lists.ts';
import type { MissingAccount } from '../../../followstats/missing-accounts.ts';
import type { ListName } from '../../../followstats/typed/list-name.ts';
import { writeAccounts } from '../../../followstats/typed/who.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { correctedOffer } from '../kit/corrected-offer.ts';
import type { Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { LIMITS } from '../kit/limits.ts';
import { type Offer, offer } from '../kit/offer.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';
import { withControls } from '../kit/with-controls.ts';
import { addAccounts, mentionList, SHOWS_LISTS, seeLists, showList } from '../reports/list-offers.ts';
import { notInChatSentence, useMeant } from '../reports/not-in-chat.ts';
import { whoControls } from '../reports/who-controls.ts';
import { describeWhoFault, unknownListOffers } from '../reports/who-fault-text.ts';
import { whoSentences } from '../reports/who-sentences.ts';
import { toLookUp, tooManyToLookUp, withAccounts } from './one-list.ts';

type Changed = Extract<ListAnswer, { kind: 'list-changed' }>;
type Unchanged = Extract<ListAnswer, { kind: 'list-unchanged' }>;

/**
 * What became of a list, who was named in vain, and what can be done next.
 * @param maxAccounts the most accounts that one look-up takes
 */
export function changedReply(reader: Reader, answer: Changed, maxAccounts: number): Reply {
  const { name, size, removed = [], who, notInChat } = answer;
  const what = joinSentences(
    reader,
    whatChanged(reader, answer),
    size > maxAccounts ? tooManyToLookUp(reader, maxAccounts) : undefined,
  );
  return withControls(sentences(reader, what, ...notInChatSentence(reader, notInChat), ...whoSentences(reader, who)), [
    ...offer(
      reader,
      ...toLookUp(reader, { name, size }, maxAccounts),
      showList(reader, name),
      addAccounts(reader, name),
      ...(removed.length <= maxAccounts ? undoRemoval(reader, name, removed) : []),
      putRight(reader, name, notInChat),
    ),
    ...whoControls(reader, { ...who, empty: [] }),
  ]);
}

/** Puts accounts that were taken out on the list again, at its end. */
function undoRemoval({ words }: Reader, name: ListName, accounts: readonly AccountId[]): readonly Offer[] {
  const { text, label } = words.lists.undoRemoval;
  const list = mentionList(name);
  if (accounts.length === 0) return [];
  const command = `list add ${name} ${writeAccounts(accounts)}`;
  return [{ key: 'undo', words: { text, label: () => label({ list }) }, deed: { command } }];
}

/** Takes the only mistyped account from the list, and puts the one that was meant there. */
function putRight(reader: Reader, name: ListName, notInChat: readonly MissingAccount[]): Offer | undefined {
  return useMeant(reader, notInChat, ({ account, meant }) => ({
    command: `list remove ${name} ${writeAccounts([account])}`,
    shows: `list add ${name} ${writeAccounts([meant])}`,
  }));
}

function whatChanged({ words }: Reader, { change, name, changed, size, who }: Changed): Sentence {
  const said = words.lists;
  const list = mentionList(name);
  const named = who.accounts.length;
  if (change === 'create') return size === 0 ? said.createdEmpty({ list }) : said.created({ list, size });
  const [none, nothing, some, all] =
    change === 'add'
      ? [said.addedNone, said.nothingToAdd, said.addedSome, said.added]
      : [said.removedNone, said.nothingToRemove, said.removedSome, said.removed];
  if (changed === 0) return named > 0 ? none({ list }) : nothing({ list });
  return named > changed ? some({ list, changed, already: named - changed, size }) : all({ list, changed, size });
}

/** Why a list was not changed, and what can be done. */
export function unchangedReply(reader: Reader, answer: Unchanged): Reply {
  return withControls(
    sentences(reader, unchangedSentence(reader, answer)),
    offer(reader, ...unchangedOffers(reader, answer)),
  );
}

function unchangedSentence(reader: Reader, answer: Unchanged): Sentence {
  const { unchanged } = reader.words.lists;
  const { name } = answer;
  const list = mentionList(name);
  switch (answer.why) {
    case 'absent':
      return describeWhoFault(reader, answer.fault);
    case 'exists':
      return unchanged.exists({ list });
    case 'too-many-lists':
      return unchanged.tooManyLists({ max: MOST_LISTS });
    case 'too-many-accounts': {
      const create = typed(`list create ${name.slice(0, 38)}-2 alice`);
      return unchanged.tooManyAccounts({ list, size: answer.size, max: MOST_LIST_ACCOUNTS, create });
    }
  }
}

function unchangedOffers(reader: Reader, answer: Unchanged): readonly (Offer | undefined)[] {
  const { name } = answer;
  switch (answer.why) {
    case 'absent':
      return [correctedOffer(reader, answer.fault), ...unknownListOffers(reader, answer.fault)];
    case 'exists':
      return [showList(reader, name), addAccounts(reader, name)];
    case 'too-many-lists':
      return [seeLists(reader)];
    case 'too-many-accounts':
      return [showList(reader, name)];
  }
}

/** What a list held that is gone, with *Undo*; where that is more than a button can bring back, the accounts. */
export function deletedReply(reader: Reader, { name, accounts }: AccountList, maxAccounts: number): Reply {
  const { deleted, deletedEmpty, heldBelow, undo } = reader.words.lists;
  const list = mentionList(name);
  const size = accounts.length;
  const what = size === 0 ? deletedEmpty({ list }) : deleted({ list, size });
  const command = `list create ${name} ${writeAccounts(accounts)}`.trimEnd();
  const isShort = size <= maxAccounts && command.length + SHOWS_LISTS.length < LIMITS.buttonValue;
  if (!isShort) return withAccounts(reader, [joinSentences(reader, what, heldBelow())], accounts);
  const words = { text: undo.text, label: () => undo.label({ list }) };
  return withControls(
    sentences(reader, what),
    offer(reader, { key: 'undo', words, deed: { command, shows: SHOWS_LISTS } }),
  );
}
