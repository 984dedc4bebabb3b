import type { ListName } from '../../../followstats/typed/list-name.ts';
import { type Who, writeWho } from '../../../followstats/typed/who.ts';
import type { Reader } from '../../words/reader.ts';
import { type Ask, writeAsk } from '../kit/ask.ts';
import type { ButtonWords } from '../kit/button.ts';
import type { Inline, Sentence } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import type { Offer } from '../kit/offer.ts';

/** What shows the lists as they are after a change. */
export const SHOWS_LISTS = 'list show';

/** A list as people write it. */
export const mentionList = (name: ListName): Inline => ({ code: `list:${name}` });

/** Words of a button that is about one list. */
interface AboutList {
  readonly text: () => Sentence;
  readonly label: (args: { readonly list: Inline }) => Sentence;
}

const about = ({ text, label }: AboutList, name: ListName): ButtonWords => ({
  text,
  label: () => label({ list: mentionList(name) }),
});

/** Looks a list's accounts up. */
export const lookUpList = ({ words: { lists } }: Reader, name: ListName): Offer => ({
  key: `look-up-${name}`,
  words: about(lists.lookUp, name),
  deed: { command: `lookup list:${name}` },
});

/** Shows one list. */
export const showList = ({ words: { lists } }: Reader, name: ListName): Offer => ({
  key: `show-${name}`,
  words: about(lists.show, name),
  deed: { command: `list show ${name}` },
});

/** Asks which accounts to add to a list. */
export const addAccounts = ({ words: { lists } }: Reader, name: ListName): Offer => ({
  key: `add-${name}`,
  words: about(lists.addAccounts, name),
  deed: { ask: { asks: 'list-add', name } },
});

/** Asks which accounts to take from a list. */
export const removeAccounts = ({ words: { lists } }: Reader, name: ListName): Offer => ({
  key: `remove-${name}`,
  words: about(lists.removeAccounts, name),
  deed: { ask: { asks: 'list-remove', name } },
});

/** Deletes a list; its answer has *Undo*. */
export const deleteList = ({ words: { lists } }: Reader, name: ListName): Offer => ({
  key: `delete-${name}`,
  words: about(lists.remove, name),
  deed: { command: `list delete ${name}`, shows: SHOWS_LISTS },
});

/** Asks for the accounts of a list that doesn't exist yet. @param who stand in the form already, as far as a button holds them */
export function fillList({ words: { lists } }: Reader, name: ListName, who: Who): Offer {
  const ask: Ask = { asks: 'list-fill', name };
  const filled: Ask = who.length > 0 ? { ...ask, accounts: writeWho(who) } : ask;
  const isShort = writeAsk(filled).length <= LIMITS.buttonValue;
  return { key: `fill-${name}`, words: about(lists.fill, name), deed: { ask: isShort ? filled : ask } };
}

/** Asks for a new list. */
export const makeList = ({ words: { lists } }: Reader): Offer => ({
  key: 'make',
  words: lists.make,
  deed: { ask: { asks: 'list-create' } },
});

/** Shows all lists. */
export const seeLists = ({ words: { lists } }: Reader): Offer => ({
  key: 'lists',
  words: lists.see,
  deed: { command: SHOWS_LISTS },
});
