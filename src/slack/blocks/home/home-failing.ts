import type { Button } from '@slack/types';
import { ownPauseOf } from '../../../digests/pauses.ts';
import { mayActAs } from '../../../followstats/access/rules.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { digestButton, digestMenu } from '../digests/digest-controls.ts';
import { unreadableSentence } from '../digests/digest-list.ts';
import { failingLine, headOf, type Standing, whereAndWhose } from '../digests/digest-state.ts';
import { button } from '../kit/button.ts';
import { card } from '../kit/card.ts';
import { toBullets, toRichText } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import type { MessageBlock } from '../kit/reply.ts';
import type { WholeHome } from './home-content.ts';
import { controlsRow, type Pages, pageButtons, pageOf, positionOf } from './pages.ts';

const DIGESTS_A_PAGE = 4;
const UNREADABLE_SHOWN = 5;

/** The digests that need a person: what happened, what to do, and the buttons for it. Nothing when all is well. */
export function failingBlocks(reader: Reader, home: WholeHome, pages: Pages): readonly MessageBlock[] {
  const { digests, now, personId } = home;
  const { failing, unreadable, latest } = digests;
  const total = failing.length + unreadable.length;
  if (total === 0) return [];
  const page = pageOf(failing, 'failing', DIGESTS_A_PAGE, pages);
  const title = reader.words.home.digests.failing({ digests: total });
  return [
    toRichText([joinSentences(reader, title, positionOf(reader, page))]),
    ...page.items.flatMap((digest) => {
      const standing: Standing = { digest, last: latest.get(digest.id), now };
      const lines = [headOf(reader, standing), whereAndWhose(reader, digest), failingLine(reader, standing)];
      return card(lines, [
        ...answersOf(reader, standing, personId),
        ...(mayActAs(reader.role, 'editor')
          ? [...fixesOf(reader, standing), digestMenu(reader, digest, undefined)]
          : []),
      ]);
    }),
    ...(unreadable.length > 0 ? [unreadableLines(reader, unreadable)] : []),
    ...controlsRow(pageButtons(reader, page)),
  ];
}

/** What an editor may want to do about it. */
function fixesOf(reader: Reader, { digest }: Standing): readonly Button[] {
  const first = ownPauseOf(digest) || digest.state.kind === 'paused' ? 'resume' : 'run';
  return ([first, 'edit', 'log'] as const).map((deed) => digestButton(reader, deed, digest.id));
}

/** Whether a post arrived its owner alone is asked, in whatever role. */
function answersOf({ words }: Reader, { digest, last }: Standing, personId: string): readonly Button[] {
  if (last?.state !== 'unknown' || digest.ownerId !== personId) return [];
  const { itArrived, postAgain } = words.digestNotices.delivery;
  return [button(ACTIONS.digestArrived, itArrived, last.id), button(ACTIONS.digestAgain, postAgain, last.id)];
}

function unreadableLines(reader: Reader, ids: WholeHome['digests']['unreadable']): MessageBlock {
  const left = ids.length - UNREADABLE_SHOWN;
  return toBullets([
    ...ids.slice(0, UNREADABLE_SHOWN).map((id) => unreadableSentence(reader, id)),
    ...(left > 0 ? [reader.words.kit.moreLines({ lines: left })] : []),
  ]);
}
