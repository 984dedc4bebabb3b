import type { Settled } from '../../../digests/form/save-digest.ts';
import type { Resolved } from '../../../followstats/reports/resolve.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { withControls } from '../kit/with-controls.ts';
import { notInChatSentence } from '../reports/not-in-chat.ts';
import { whoControls } from '../reports/who-controls.ts';
import { whoSentences } from '../reports/who-sentences.ts';
import { digestButton } from './digest-controls.ts';
import { nameOf, ownPlaceOf, placeOf } from './digest-name.ts';
import { whereOf, writeNext } from './digest-state.ts';
import { describePause, reasonSentence } from './run-text.ts';

/** What a person hears of who saved a digest. */
interface SavedFacts extends Settled {
  /** Whom the form named besides lists. */
  readonly who: Resolved;
}

/**
 * To the person who saved a digest: what is kept, how its channel took it, and who was named in vain.
 * @param now Unix milliseconds
 */
export function savedNotice(reader: Reader, facts: SavedFacts, now: number): Reply {
  const { digest, announced, wasPaused } = facts;
  if (announced?.kind === 'refused' || digest.state.kind === 'paused') return pausedNotice(reader, facts);
  const { saved, nowPosts, notAnnounced } = reader.words.digests;
  const named = { digest: nameOf(digest), next: writeNext(reader, { digest, now }) };
  const what = wasPaused ? nowPosts({ ...named, place: ownPlaceOf(reader, digest) }) : saved(named);
  const note = announced?.kind === 'failed' ? [notAnnounced()] : [];
  return withControls(
    sentences(reader, what, whereOf(reader, digest), ...note, ...inVain(reader, facts)),
    whoControls(reader, facts.who),
  );
}

/** Accounts that Chat doesn't know, and people without an account. */
const inVain = (reader: Reader, { notInChat, who }: SavedFacts): readonly Sentence[] => [
  ...notInChatSentence(reader, notInChat),
  ...whoSentences(reader, { ...who, linked: [] }),
];

/** It posts nothing: why, what to do, and the button that lets it go on then. */
function pausedNotice(reader: Reader, facts: SavedFacts): Reply {
  const { digest, announced } = facts;
  const { savedPaused, savedStaysPaused } = reader.words.digests;
  const name = { digest: nameOf(digest) };
  const reason =
    announced?.kind === 'refused' ? announced.reason : digest.state.kind === 'paused' ? digest.state.reason : undefined;
  const isByPerson = reason === undefined || reason === 'by-person';
  const lines: readonly Sentence[] = isByPerson
    ? [savedStaysPaused(name)]
    : [savedPaused(name), reasonSentence(reader, describePause(reader, reason, placeOf(reader, digest)))];
  const resume = digestButton(reader, 'resume', digest.id);
  const controls = isByPerson ? [resume] : [resume, digestButton(reader, 'edit', digest.id)];
  return withControls(sentences(reader, ...lines, ...inVain(reader, facts)), [
    ...controls,
    ...whoControls(reader, facts.who),
  ]);
}
