import type { PersonId } from '../../../followstats/ids.ts';
import type { Link } from '../../../followstats/links/links.ts';
import { writeAccounts } from '../../../followstats/typed/who.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import type { ButtonWords } from '../kit/button.ts';
import type { Inline, Sentence } from '../kit/inline.ts';
import type { Offer } from '../kit/offer.ts';

/** What shows the links as they are after a change. */
const SHOWS_LINKS = 'links';

/** Words of a button that is about one account. */
interface AboutAccount {
  readonly text: () => Sentence;
  readonly label: (args: { readonly account: Inline }) => Sentence;
}

const about = ({ text, label }: AboutAccount, account: AccountId): ButtonWords => ({
  text,
  label: () => label({ account: { code: account } }),
});

/** Looks a linked person up. */
export const lookUpPerson = ({ words: { links } }: Reader, personId: PersonId, account: AccountId): Offer => ({
  key: 'look-up',
  words: about(links.lookUp, account),
  deed: { command: `lookup <@${personId}>` },
});

/** Links a person again to the account they were linked to. */
export const undoLink = ({ words: { links } }: Reader, personId: PersonId, account: AccountId): Offer => ({
  key: 'undo',
  words: about(links.undo, account),
  deed: { command: `link <@${personId}> ${writeAccounts([account])}`, shows: SHOWS_LINKS },
});

/** Takes a link back; its answer has *Undo*. */
export const unlink = (
  { words: { links } }: Reader,
  { personId, account }: Pick<Link, 'personId' | 'account'>,
): Offer => ({
  key: `unlink-${personId}`,
  words: about(links.unlink, account),
  deed: { command: `unlink <@${personId}>`, shows: SHOWS_LINKS },
});

/** Asks which account a person is. */
export const linkPerson = ({ words: { links } }: Reader, personId: PersonId): Offer => ({
  key: 'link',
  words: links.linkThem,
  deed: { ask: { asks: 'link-person', personId } },
});

/** Asks who is which account. */
export const linkSomeone = ({ words: { links } }: Reader): Offer => ({
  key: 'link',
  words: links.linkSomeone,
  deed: { ask: { asks: 'link' } },
});

/** Shows all links. */
export const seeLinks = ({ words: { links } }: Reader): Offer => ({
  key: 'links',
  words: links.see,
  deed: { command: SHOWS_LINKS },
});
