import type { Button } from '@slack/types';
import type { AccountId } from '../../../followstats/types.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { button } from '../kit/button.ts';

/** What can be done about one account that Chat knows or once did, in the order shown. */
const OFFERS: readonly ((reader: Reader, account: AccountId) => Button)[] = [
  ({ words: { history } }, account) => button(ACTIONS.history, history.open, account),
];

/** The buttons about one account: on its card, and below an answer about it alone. Their values hold the account, and nothing else. */
export function accountOffers(reader: Reader, account: AccountId): readonly Button[] {
  return OFFERS.map((make) => make(reader, account));
}
