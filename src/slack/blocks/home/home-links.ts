import type { Link } from '../../../followstats/links/links.ts';
import type { Reader } from '../../words/reader.ts';
import { card } from '../kit/card.ts';
import { toRichText } from '../kit/inline.ts';
import { named } from '../kit/named-account.ts';
import { offer } from '../kit/offer.ts';
import type { MessageBlock } from '../kit/reply.ts';
import { linkSomeone, lookUpPerson, unlink } from '../links/link-offers.ts';
import { controlsRow, type Pages, pageButtons, pageOf, pageTitle } from './pages.ts';

const LINKS_A_PAGE = 6;

/** Who is which account, a card each with what can be done about it. */
export function linkBlocks(reader: Reader, links: readonly Link[], pages: Pages): readonly MessageBlock[] {
  const { overview } = reader.words.links;
  const page = pageOf(links, 'links', LINKS_A_PAGE, pages);
  const accounts = new Set(links.map(({ account }) => account)).size;
  const title = overview.title({ people: page.total, accounts });
  return [
    toRichText(pageTitle(reader, page.total === 0 ? reader.words.home.noLinks() : title, page)),
    ...page.items.flatMap(({ personId, account }) =>
      card(
        [overview.each({ account: named(reader, account, 'code'), people: [{ personId }] })],
        offer(reader, lookUpPerson(reader, personId, account), unlink(reader, { personId, account })),
      ),
    ),
    ...controlsRow([...pageButtons(reader, page), ...offer(reader, linkSomeone(reader))]),
  ];
}
