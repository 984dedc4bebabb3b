import type { ListName } from '../../../followstats/typed/list-name.ts';
import type { Reader } from '../../words/reader.ts';
import { toPlain } from '../kit/inline.ts';
import { offerMenu } from '../kit/offer-menu.ts';
import type { MessageBlock } from '../kit/reply.ts';
import { addAccounts, deleteList, lookUpList, mentionList, removeAccounts, showList } from '../reports/list-offers.ts';

/** One line of all lists. */
interface Row {
  readonly name: ListName;
  readonly size: number;
}

/**
 * A list with its menu. Its line is the app's own words but for its name, which is letters and digits: plain text shows it as it is.
 * @param maxAccounts the most accounts that one look-up takes
 */
export function listRow(reader: Reader, { name, size }: Row, maxAccounts: number): MessageBlock {
  const { words } = reader;
  const line = words.lists.one({ list: mentionList(name), size });
  const [menu] = offerMenu(reader, `list-${name}`, [
    ...(size > 0 && size <= maxAccounts
      ? [{ text: words.lists.lookUp.text(), deed: lookUpList(reader, name).deed }]
      : []),
    { text: words.lists.show.text(), deed: showList(reader, name).deed },
    { text: words.lists.addAccounts.text(), deed: addAccounts(reader, name).deed },
    ...(size > 0 ? [{ text: words.lists.removeAccounts.text(), deed: removeAccounts(reader, name).deed }] : []),
    { text: words.lists.remove.text(), deed: deleteList(reader, name).deed },
  ]);
  const text = { type: 'plain_text' as const, text: toPlain(line), emoji: false };
  return { type: 'section', text, ...(menu && { accessory: menu }) };
}
