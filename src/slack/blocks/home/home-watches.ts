import type { Button } from '@slack/types';
import { looksAtNobody } from '../../../digests/watches/looks-at-nobody.ts';
import { mayActAs } from '../../../followstats/access/rules.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { button } from '../kit/button.ts';
import { card } from '../kit/card.ts';
import { type Sentence, toRichText } from '../kit/inline.ts';
import { mentionAdmins } from '../kit/mention-people.ts';
import type { MessageBlock } from '../kit/reply.ts';
import { newWatchButton, watchMenu } from '../watches/watch-controls.ts';
import { type WatchStanding, watchLines } from '../watches/watch-state.ts';
import type { WholeHome } from './home-content.ts';
import { controlsRow, type Pages, pageButtons, pageOf, pageTitle } from './pages.ts';

const WATCHES_A_PAGE = 5;

/** The watches, a card each with its menu. @returns none at all for a viewer who owns none */
export function watchBlocks(reader: Reader, home: WholeHome, pages: Pages): readonly MessageBlock[] {
  const { watches, personId, now } = home;
  const page = pageOf(watches.all, 'watches', WATCHES_A_PAGE, pages);
  const nobody = looksAtNobody(page.items, home.lists);
  const mayChange = mayActAs(reader.role, 'editor');
  if (watches.whose === 'own' && page.total === 0) return [];
  return [
    toRichText([...pageTitle(reader, titleOf(reader, home, page.total), page), ...readOnlyNote(reader)]),
    ...page.items.flatMap((watch) => {
      const standing = { watch, last: watches.latest.get(watch.id), isIdle: nobody.has(watch.id), now };
      return card(watchLines(reader, standing), [
        ...answersOf(reader, standing, personId),
        ...(mayChange ? [watchMenu(reader, watch, undefined, now)] : []),
      ]);
    }),
    ...controlsRow([...pageButtons(reader, page), ...(mayChange ? [newWatchButton(reader)] : [])]),
  ];
}

/** To a person who may change none of them: who may, and whom to ask. @returns no line for an editor */
function readOnlyNote(reader: Reader): readonly Sentence[] {
  if (mayActAs(reader.role, 'editor')) return [];
  const { readOnly, readOnlyAskAdmins } = reader.words.watches.home;
  return [reader.admins.length > 0 ? readOnlyAskAdmins({ admins: mentionAdmins(reader) }) : readOnly()];
}

function titleOf({ words }: Reader, { watches: { whose } }: WholeHome, watches: number): Sentence {
  const { home, list, none } = words.watches;
  if (whose === 'own') return home.yours({ watches });
  return watches > 0 ? list.title({ watches }) : none();
}

/** Whether an alert arrived its owner alone is asked, in whatever role. */
function answersOf({ words }: Reader, { watch, last }: WatchStanding, personId: string): readonly Button[] {
  if (last?.state !== 'unknown' || watch.ownerId !== personId) return [];
  const { itArrived, postAgain } = words.watchAlerts.delivery;
  return [button(ACTIONS.watchArrived, itArrived, last.id), button(ACTIONS.watchAgain, postAgain, last.id)];
}
