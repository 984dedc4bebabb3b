import type { Button } from '@slack/types';
import { mayActAs, type Role } from '../../../followstats/access/rules.ts';
import { RELATION_KINDS } from '../../../followstats/relations/read.ts';
import type { AccountId } from '../../../followstats/types.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { type ButtonWords, button } from '../kit/button.ts';

/** What can be done about one account that Chat knows or once did. */
interface AccountOffer {
  /** Of the button, whose value is the account and nothing else. */
  readonly action: string;
  readonly words: (reader: Reader) => ButtonWords;
  /** The least role that may use it; left out: that of look-ups. */
  readonly role?: Role;
  /** Where it is offered: an answer about one account has little room. */
  readonly on: readonly Place[];
}

/** The account's card, and an answer about it alone. */
type Place = 'card' | 'answer';

/** In the order shown. */
const OFFERS: readonly AccountOffer[] = [
  { action: ACTIONS.history, words: ({ words }) => words.history.open, on: ['card', 'answer'] },
  ...RELATION_KINDS.map(
    (kind): AccountOffer => ({
      action: `${ACTIONS.relations}:${kind}`,
      words: ({ words }) => words.relations.open[kind],
      on: ['card'],
    }),
  ),
  { action: ACTIONS.changes, words: ({ words }) => words.changes.open, on: ['card'] },
  {
    action: ACTIONS.watchAccount,
    words: ({ words }) => words.watches.controls.account,
    role: 'editor',
    on: ['card'],
  },
];

/** The buttons about one account, as far as the reader may use them. */
export function accountOffers(reader: Reader, account: AccountId, place: Place): readonly Button[] {
  return OFFERS.filter(({ on, role }) => on.includes(place) && (!role || mayActAs(reader.role, role))).map(
    ({ action, words }) => button(action, words(reader), account),
  );
}
