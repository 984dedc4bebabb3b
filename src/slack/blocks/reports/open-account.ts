import type { Button, ExternalSelect, StaticSelect } from '@slack/types';
import type { AccountId } from '../../../followstats/types.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { button } from '../kit/button.ts';
import { clean, toPlain } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';

/**
 * Opens the card of one account of which there are counts, be they the last known: a button for one, a menu for several, with
 * search beyond what a menu holds. By the block's name the app then finds again which accounts there are.
 * @param mostCharacters what the menu's entries may take of the message's room
 */
export function openAccount(
  reader: Reader,
  accounts: readonly AccountId[],
  mostCharacters = Number.POSITIVE_INFINITY,
): readonly (Button | StaticSelect | ExternalSelect)[] {
  const [first, ...others] = accounts;
  if (first === undefined) return [];
  if (others.length === 0) return [button(ACTIONS.openAccount, reader.words.reports.open, first)];
  if (accounts.length > LIMITS.options || accounts.join('').length > mostCharacters) {
    return [searchAccount(reader)];
  }
  return [{ ...menu(reader), type: 'static_select', options: accounts.map(accountOption) }];
}

/** Opens the card of an account that is searched for. */
export function searchAccount(reader: Reader): ExternalSelect {
  return { ...menu(reader), type: 'external_select', min_query_length: 0 };
}

function menu({ words: { reports } }: Reader) {
  return {
    action_id: ACTIONS.openAccount,
    placeholder: { type: 'plain_text' as const, text: toPlain(reports.open.text()), emoji: false },
  };
}

/** One account in a menu. */
export function accountOption(account: AccountId) {
  return { text: { type: 'plain_text' as const, text: clean(account), emoji: false }, value: account };
}
