import type { ActionsBlock, Button } from '@slack/types';
import { mayActAs } from '../../../followstats/access/rules.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { digestButton, digestMenu } from '../digests/digest-controls.ts';
import { unreadableSentence } from '../digests/digest-list.ts';
import { brief, failingLine, headOf, type Standing, whereAndWhose } from '../digests/digest-state.ts';
import { reasonSentence } from '../digests/run-text.ts';
import { button } from '../kit/button.ts';
import { card } from '../kit/card.ts';
import { toBullets, toRichText } from '../kit/inline.ts';
import type { MessageBlock } from '../kit/reply.ts';
import type { WholeHome } from './home-content.ts';
import { readOnlyNote } from './home-digests.ts';
import { controlsRow, type Pages, pageButtons, pageOf, pageTitle } from './pages.ts';

const DIGESTS_A_PAGE = 4;
const UNREADABLE_SHOWN = 5;

/** The digests that need a person: what happened, what to do, and the buttons for it. Nothing when all is well. */
export function failingBlocks(reader: Reader, home: WholeHome, pages: Pages): readonly MessageBlock[] {
  const { digests, now, personId } = home;
  const { failing, unreadable, latest } = digests;
  const total = failing.length + unreadable.length;
  if (total === 0) return [];
  const mayChange = mayActAs(reader.role, 'editor');
  const page = pageOf(failing, 'failing', DIGESTS_A_PAGE, pages);
  const title = reader.words.home.digests.failing({ digests: total });
  return [
    toRichText([...pageTitle(reader, title, page), ...readOnlyNote(reader)]),
    ...page.items.flatMap((digest) => {
      const standing: Standing = { digest, last: latest.get(digest.id), now };
      // What to do about it is for those who may.
      const line = failingLine(reader, standing, mayChange ? reasonSentence : brief);
      const lines = [headOf(reader, standing), whereAndWhose(reader, digest), line];
      return card(lines, [
        ...answersOf(reader, standing, personId),
        ...(mayChange ? fixControls(reader, standing) : []),
      ]);
    }),
    ...(unreadable.length > 0 ? [unreadableLines(reader, unreadable)] : []),
    ...controlsRow(pageButtons(reader, page)),
  ];
}

/** What an editor may want to do about it: the likeliest as buttons, the rest in the menu. */
function fixControls(reader: Reader, { digest }: Standing): ActionsBlock['elements'] {
  const first = digest.state.kind === 'paused' ? 'resume' : 'run';
  const fixes = [first, 'edit', 'log'] as const;
  return [...fixes.map((deed) => digestButton(reader, deed, digest.id)), digestMenu(reader, digest, undefined, fixes)];
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
