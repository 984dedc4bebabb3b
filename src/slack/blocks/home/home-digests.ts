import { mayActAs } from '../../../followstats/access/rules.ts';
import type { Reader } from '../../words/reader.ts';
import { digestMenu, newDigestButton } from '../digests/digest-controls.ts';
import { headOf, stateLine, whereAndWhose } from '../digests/digest-state.ts';
import { card } from '../kit/card.ts';
import { type Sentence, toRichText } from '../kit/inline.ts';
import { mentionAdmins } from '../kit/mention-people.ts';
import type { MessageBlock } from '../kit/reply.ts';
import type { WholeHome } from './home-content.ts';
import { controlsRow, type Pages, pageButtons, pageOf, pageTitle } from './pages.ts';

const DIGESTS_A_PAGE = 10;

/** The digests that are well, a card each with its menu. @returns none at all for a viewer who owns none of these */
export function digestBlocks(reader: Reader, home: WholeHome, pages: Pages): readonly MessageBlock[] {
  const { digests, now } = home;
  const page = pageOf(digests.others, 'digests', DIGESTS_A_PAGE, pages);
  const mayChange = mayActAs(reader.role, 'editor');
  if (digests.whose === 'own' && page.total === 0) return [];
  const title = titleOf(reader, home, page.total);
  // Where others come first, it stands with these.
  const note = isRest(home) ? [] : readOnlyNote(reader);
  return [
    ...(title ? [toRichText([...pageTitle(reader, title, page), ...note])] : []),
    ...page.items.flatMap((digest) => {
      const standing = { digest, last: digests.latest.get(digest.id), now };
      const lines = [headOf(reader, standing), whereAndWhose(reader, digest), stateLine(reader, standing)];
      return card(lines, mayChange ? [digestMenu(reader, digest, undefined)] : []);
    }),
    ...controlsRow([...pageButtons(reader, page), ...(mayChange ? [newDigestButton(reader)] : [])]),
  ];
}

/** To a person who may change none of them: who may, and whom to ask. @returns no line for an editor */
export function readOnlyNote(reader: Reader): readonly Sentence[] {
  if (mayActAs(reader.role, 'editor')) return [];
  const { readOnly, readOnlyAskAdmins } = reader.words.home.digests;
  return [reader.admins.length > 0 ? readOnlyAskAdmins({ admins: mentionAdmins(reader) }) : readOnly()];
}

const isRest = ({ digests: { failing, unreadable } }: WholeHome): boolean => failing.length + unreadable.length > 0;

/** @returns none where every digest needs attention */
function titleOf({ words }: Reader, home: WholeHome, digests: number): Sentence | undefined {
  const said = words.home.digests;
  if (home.digests.whose === 'own') return isRest(home) ? said.yourOthers({ digests }) : said.yours({ digests });
  if (isRest(home)) return digests > 0 ? said.others({ digests }) : undefined;
  return digests > 0 ? words.digests.list.title({ digests }) : words.digests.none();
}
