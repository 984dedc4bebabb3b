import type { Button, ExternalSelect, StaticSelect } from '@slack/types';
import type { AccountId } from '../../../followstats/types.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { button } from '../kit/button.ts';
import { clean, toPlain } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import { namedText, withoutNames } from '../kit/named-account.ts';

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
  if (accounts.length > LIMITS.options) return [searchAccount(reader)];
  // Where there is no room for names, UserIDs are enough to choose from.
  const fitting = [reader, withoutNames(reader)]
    .map((one) => accounts.map((account) => accountOption(one, account)))
    .find((options) => lengthOf(options) <= mostCharacters);
  return [fitting ? { ...menu(reader), type: 'static_select', options: fitting } : searchAccount(reader)];
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
export function accountOption(reader: Reader, account: AccountId) {
  const text = cutOption(namedText(reader, account));
  return { text: { type: 'plain_text' as const, text, emoji: false }, value: account };
}

/** `clean` counts code points, Slack perhaps UTF-16 units: cut again until both are content. */
function cutOption(text: string): string {
  let shown = clean(text, LIMITS.optionText);
  for (let most = LIMITS.optionText - 1; shown.length > LIMITS.optionText; most -= 1) shown = clean(text, most);
  return shown;
}

function lengthOf(options: readonly ReturnType<typeof accountOption>[]): number {
  return options.reduce((sum, { text }) => sum + text.text.length, 0);
}
