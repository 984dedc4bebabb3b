import type { Reader } from '../../words/reader.ts';
import { toRichText } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { mentionAdmins } from '../kit/mention-people.ts';
import { mayDo, offer } from '../kit/offer.ts';
import type { MessageBlock } from '../kit/reply.ts';
import { listRow } from '../lists/list-row.ts';
import { makeList } from '../reports/list-offers.ts';
import type { WholeHome } from './home-content.ts';
import { controlsRow, type Pages, pageButtons, pageOf, pageTitle } from './pages.ts';

const LISTS_A_PAGE = 10;

/** The lists, a line each with its menu. @param maxAccounts the most accounts that one look-up takes */
export function listBlocks(
  reader: Reader,
  { lists }: Pick<WholeHome, 'lists'>,
  pages: Pages,
  maxAccounts: number,
): readonly MessageBlock[] {
  const { overview } = reader.words.lists;
  const page = pageOf(lists, 'lists', LISTS_A_PAGE, pages);
  const make = makeList(reader);
  const none = () => joinSentences(reader, overview.none(), mayDo(reader, make.deed) ? undefined : whomToAsk(reader));
  return [
    toRichText(pageTitle(reader, page.total === 0 ? none() : overview.title({ count: page.total }), page)),
    ...page.items.map((list) => listRow(reader, list, maxAccounts)),
    ...controlsRow([...pageButtons(reader, page), ...offer(reader, make)]),
  ];
}

function whomToAsk(reader: Reader) {
  const { askAdmins, askEditor } = reader.words.lists.overview;
  return reader.admins.length > 0 ? askAdmins({ admins: mentionAdmins(reader) }) : askEditor();
}
