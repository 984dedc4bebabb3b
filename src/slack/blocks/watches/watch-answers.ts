import type { Button } from '@slack/types';
import type { Watch } from '../../../digests/watches/types.ts';
import type { WatchAnswer } from '../../../digests/watches/watch-answer.ts';
import type { Reader } from '../../words/reader.ts';
import { describePlaceFault } from '../digests/place-fault-text.ts';
import { describePause, reasonSentence } from '../digests/run-text.ts';
import type { AnswerRenders } from '../kit/answer-renders.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeInstant } from '../kit/instant.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { shownWord } from '../kit/shown-word.ts';
import { withControls } from '../kit/with-controls.ts';
import { allWatchesButton, newWatchButton, pauseButton, watchButton } from './watch-controls.ts';
import { unreadableSentence, watchListReply } from './watch-list.ts';
import { aboutOf, nameOf, placeOf } from './watch-text.ts';

/** Answers of `watch …`. */
export const WATCH_ANSWERS: AnswerRenders<WatchAnswer> = {
  'watch-list': watchListReply,
  'watch-changed': changedReply,
  'watch-unchanged': unchangedReply,
  'watch-rejected': rejectedReply,
  'watch-too-late': (reader, { watch }) =>
    say(reader, [reader.words.watches.tooLate({ watch: nameOf(watch) })], newWatchButton(reader)),
  'watch-deleted': (reader, { watch }) => deletedReply(reader, watch),
  'watch-elsewhere': elsewhereReply,
  'watch-unreadable': (reader, { id }) => sentences(reader, unreadableSentence(reader, id)),
  'watch-unknown': (reader, { word }) =>
    say(reader, [reader.words.watches.unknown({ word: shownWord(word) })], allWatchesButton(reader)),
  // Only a command comes with what opens a form.
  'watch-form': (reader) => sentences(reader, reader.words.commands.typeToOpenForm()),
};

type AnswerOf<Kind extends WatchAnswer['kind']> = Extract<WatchAnswer, { kind: Kind }>;

/** Some sentences, and what can be done now. */
const say = (reader: Reader, lines: readonly Sentence[], ...controls: readonly Button[]): Reply =>
  withControls(sentences(reader, ...lines), controls);

function changedReply(reader: Reader, { change, watch, announced, now }: AnswerOf<'watch-changed'>): Reply {
  const { changes, notAnnounced } = reader.words.watches;
  const name = { watch: nameOf(watch) };
  const about = aboutOf(reader, watch);
  switch (change) {
    case 'pause':
      return say(reader, [changes.pause(name)], watchButton(reader, 'resume', watch.id));
    case 'resume': {
      const note = announced?.kind === 'failed' ? [notAnnounced()] : [];
      return say(reader, [changes.resume(name), about, ...note], allWatchesButton(reader));
    }
    case 'mute': {
      const until = writeInstant(reader, watch.mutedUntil ?? now, now);
      return say(reader, [changes.mute({ ...name, until })], watchButton(reader, 'unmute', watch.id));
    }
    case 'unmute':
      return say(reader, [changes.unmute(name)], watchButton(reader, 'mute', watch.id));
    case 'delete':
      return deletedReply(reader, watch);
    case 'restore':
      return say(reader, [changes.restore(name), about], allWatchesButton(reader));
  }
}

/** It is gone, and can be had back. */
function deletedReply(reader: Reader, watch: Watch): Reply {
  return say(
    reader,
    [reader.words.watches.changes.delete({ watch: nameOf(watch) })],
    watchButton(reader, 'undo', watch.id),
    allWatchesButton(reader),
  );
}

function unchangedReply(reader: Reader, { change, watch }: AnswerOf<'watch-unchanged'>): Reply {
  const { alreadyPaused, notPaused, notDeleted } = reader.words.watches.changes;
  const said = { pause: alreadyPaused, resume: notPaused, restore: notDeleted };
  const control = change === 'restore' ? allWatchesButton(reader) : pauseButton(reader, watch);
  return say(reader, [said[change]({ watch: nameOf(watch) })], control);
}

/** Its place takes no posts: nothing was changed. */
function rejectedReply(reader: Reader, { watch, reason }: AnswerOf<'watch-rejected'>): Reply {
  const why = reasonSentence(reader, describePause(reader, reason, placeOf(reader, watch)));
  return say(
    reader,
    [reader.words.watches.changes.staysPaused({ watch: nameOf(watch) }), why],
    watchButton(reader, 'resume', watch.id),
    watchButton(reader, 'edit', watch.id),
  );
}

function elsewhereReply(reader: Reader, { watch, fault, isOwn }: AnswerOf<'watch-elsewhere'>): Reply {
  const { leftAlone, notYours, notYoursAnyMore } = reader.words.watches;
  const name = { watch: nameOf(watch) };
  if (fault !== 'not-yours') {
    const { what, fix } = describePlaceFault(reader, fault);
    return sentences(reader, joinSentences(reader, leftAlone(name), [what], [fix]));
  }
  return isOwn
    ? say(reader, [notYoursAnyMore(name)], watchButton(reader, 'edit', watch.id))
    : sentences(reader, notYours({ ...name, owner: { personId: watch.ownerId } }));
}
