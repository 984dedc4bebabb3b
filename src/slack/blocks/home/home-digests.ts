import type { Digest } from '../../../digests/types.ts';
import { mayActAs } from '../../../followstats/access/rules.ts';
import type { Reader } from '../../words/reader.ts';
import { digestMenu, newDigestButton } from '../digests/digest-controls.ts';
import { headOf, stateLine, whereAndWhose } from '../digests/digest-state.ts';
import { card } from '../kit/card.ts';
import { toRichText } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import type { MessageBlock } from '../kit/reply.ts';
import type { WholeHome } from './home-content.ts';
import { controlsRow, type Page, type Pages, pageButtons, pageOf, positionOf } from './pages.ts';

const DIGESTS_A_PAGE = 10;

/** The digests that are well, a card each with its menu. @returns none at all for a viewer who owns none */
export function digestBlocks(reader: Reader, home: WholeHome, pages: Pages): readonly MessageBlock[] {
  const { digests, now } = home;
  const page = pageOf(digests.others, 'digests', DIGESTS_A_PAGE, pages);
  const mayChange = mayActAs(reader.role, 'editor');
  if (digests.whose === 'own' && page.total === 0) return [];
  return [
    toRichText([titleOf(reader, home, page)]),
    ...page.items.flatMap((digest) => {
      const standing = { digest, last: digests.latest.get(digest.id), now };
      const lines = [headOf(reader, standing), whereAndWhose(reader, digest), stateLine(reader, standing)];
      return card(lines, mayChange ? [digestMenu(reader, digest, undefined)] : []);
    }),
    ...controlsRow([...pageButtons(reader, page), ...(mayChange ? [newDigestButton(reader)] : [])]),
  ];
}

function titleOf(reader: Reader, { digests }: WholeHome, page: Page<Digest>) {
  const { home, digests: said } = reader.words;
  const { whose, failing, unreadable } = digests;
  const count = { digests: page.total };
  if (whose === 'own') return joinSentences(reader, home.digests.yours(count), home.digests.readOnly());
  const isRest = failing.length + unreadable.length > 0;
  if (page.total === 0) return isRest ? home.digests.others(count) : said.none();
  return joinSentences(reader, isRest ? home.digests.others(count) : said.list.title(count), positionOf(reader, page));
}
