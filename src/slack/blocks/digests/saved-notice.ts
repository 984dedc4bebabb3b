import type { Settled } from '../../../digests/form/save-digest.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { withControls } from '../kit/with-controls.ts';
import { digestButton } from './digest-controls.ts';
import { nameOf, placeOf } from './digest-name.ts';
import { whereOf, writeNext } from './digest-state.ts';
import { describePause, reasonSentence } from './run-text.ts';

/**
 * To the person who saved a digest: what is kept, and how its channel took it.
 * @param now Unix milliseconds
 */
export function savedNotice(reader: Reader, { digest, announced, wasPaused }: Settled, now: number): Reply {
  const { saved, nowPosts, notAnnounced } = reader.words.digests;
  if (announced?.kind === 'refused' || digest.state.kind === 'paused')
    return pausedNotice(reader, { digest, announced });
  const named = { digest: nameOf(digest), next: writeNext(reader, { digest, now }) };
  const note = announced?.kind === 'failed' ? [notAnnounced()] : [];
  if (wasPaused) return sentences(reader, nowPosts({ ...named, place: placeOf(reader, digest) }), ...note);
  return sentences(reader, saved(named), whereOf(reader, digest), ...note);
}

/** It posts nothing: why, what to do, and the button that lets it go on then. */
function pausedNotice(reader: Reader, { digest, announced }: Omit<Settled, 'wasPaused'>): Reply {
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
  return withControls(sentences(reader, ...lines), controls);
}
