import type { Button } from '@slack/types';
import type { DigestAnswer } from '../../../digests/digest-answer.ts';
import type { Digest } from '../../../digests/types.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders } from '../kit/answer-renders.ts';
import type { Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { shownWord } from '../kit/shown-word.ts';
import { withControls } from '../kit/with-controls.ts';
import { allDigestsButton, digestButton, newDigestButton, pauseButton } from './digest-controls.ts';
import { digestListReply, unreadableSentence } from './digest-list.ts';
import { digestLogReply } from './digest-log.ts';
import { nameOf, ownPlaceOf, placeOf } from './digest-name.ts';
import { whereOf, writeNext } from './digest-state.ts';
import { describePlaceFault } from './place-fault-text.ts';
import { describePause, reasonSentence } from './run-text.ts';

/** Answers of `digest …`. */
export const DIGEST_ANSWERS: AnswerRenders<DigestAnswer> = {
  'digest-list': digestListReply,
  'digest-log': digestLogReply,
  'digest-changed': changedReply,
  'digest-unchanged': unchangedReply,
  'digest-rejected': rejectedReply,
  'digest-too-late': (reader, { digest }) =>
    say(reader, [reader.words.digests.tooLate({ digest: nameOf(digest) })], newDigestButton(reader)),
  'digest-deleted': (reader, { digest }) => deletedReply(reader, digest),
  'digest-elsewhere': elsewhereReply,
  'digest-unreadable': (reader, { id }) => sentences(reader, unreadableSentence(reader, id)),
  'digest-unknown': (reader, { word }) =>
    say(reader, [reader.words.digests.unknown({ word: shownWord(word) })], allDigestsButton(reader)),
  // Only a command comes with what opens a form.
  'digest-form': (reader) => sentences(reader, reader.words.commands.typeToOpenForm()),
};

type AnswerOf<Kind extends DigestAnswer['kind']> = Extract<DigestAnswer, { kind: Kind }>;

/** Some sentences, and what can be done now. */
const say = (reader: Reader, lines: readonly Sentence[], ...controls: readonly Button[]): Reply =>
  withControls(sentences(reader, ...lines), controls);

function changedReply(reader: Reader, answer: AnswerOf<'digest-changed'>): Reply {
  const { change, digest, announced, now } = answer;
  const { changes, notAnnounced } = reader.words.digests;
  const name = { digest: nameOf(digest) };
  const { id, state } = digest;
  switch (change) {
    case 'run':
      return say(
        reader,
        [changes.run({ ...name, place: ownPlaceOf(reader, digest) })],
        digestButton(reader, 'log', id),
      );
    case 'pause':
      return say(reader, [changes.pause(name)], digestButton(reader, 'resume', id));
    case 'resume': {
      const lines = [changes.resume({ ...name, next: writeNext(reader, { digest, now }) }), whereOf(reader, digest)];
      const note = announced?.kind === 'failed' ? [notAnnounced()] : [];
      return say(reader, [...lines, ...note], digestButton(reader, 'log', id));
    }
    case 'delete':
      return deletedReply(reader, digest);
    case 'restore':
      return state.kind === 'paused'
        ? say(reader, [changes.restorePaused(name)], digestButton(reader, 'resume', id))
        : say(
            reader,
            [changes.restore({ ...name, next: writeNext(reader, { digest, now }) }), whereOf(reader, digest)],
            allDigestsButton(reader),
          );
  }
}

/** It is gone, and can be had back. */
function deletedReply(reader: Reader, digest: Digest): Reply {
  return say(
    reader,
    [reader.words.digests.changes.delete({ digest: nameOf(digest) })],
    digestButton(reader, 'undo', digest.id),
    allDigestsButton(reader),
  );
}

function unchangedReply(reader: Reader, { change, digest, now }: AnswerOf<'digest-unchanged'>): Reply {
  const { alreadyPaused, notPaused, notDeleted } = reader.words.digests.changes;
  const name = { digest: nameOf(digest) };
  const said = {
    pause: () => alreadyPaused(name),
    resume: () => notPaused({ ...name, next: writeNext(reader, { digest, now }) }),
    restore: () => notDeleted(name),
  };
  const control = change === 'restore' ? allDigestsButton(reader) : pauseButton(reader, digest);
  // A time of day means nothing without its zone.
  const where = change === 'resume' ? [whereOf(reader, digest)] : [];
  return say(reader, [said[change](), ...where], control);
}

/** Its channel takes no posts: nothing was changed. */
function rejectedReply(reader: Reader, { digest, reason }: AnswerOf<'digest-rejected'>): Reply {
  const why = reasonSentence(reader, describePause(reader, reason, placeOf(reader, digest)));
  return say(
    reader,
    [reader.words.digests.changes.staysPaused({ digest: nameOf(digest) }), why],
    digestButton(reader, 'resume', digest.id),
    digestButton(reader, 'edit', digest.id),
  );
}

function elsewhereReply(reader: Reader, { digest, fault, isOwn }: AnswerOf<'digest-elsewhere'>): Reply {
  const { leftAlone, notYours, notYoursAnyMore } = reader.words.digests;
  const name = { digest: nameOf(digest) };
  if (fault !== 'not-yours') {
    const { what, fix } = describePlaceFault(reader, fault);
    return sentences(reader, joinSentences(reader, leftAlone(name), [what], [fix]));
  }
  return isOwn
    ? say(reader, [notYoursAnyMore(name)], digestButton(reader, 'edit', digest.id))
    : sentences(reader, notYours({ ...name, owner: { personId: digest.ownerId } }));
}
