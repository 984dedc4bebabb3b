import type { DigestAnswer } from '../../../digests/commands.ts';
import type { Digest, DigestId } from '../../../digests/types.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders } from '../kit/answer-renders.ts';
import { type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { joinText, type Reply, sentences } from '../kit/reply.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';
import { digestLogReply } from './digest-log.ts';
import { nameOf, placeOf } from './digest-name.ts';
import { describeState } from './digest-state.ts';
import { describePlaceFault } from './place-fault-text.ts';
import { describePause } from './run-text.ts';

/** Blocks of more may be rejected for their size; the text lists all. */
const DIGESTS_SHOWN = 60;

/** Answers of `digest …`. */
export const DIGEST_ANSWERS: AnswerRenders<DigestAnswer> = {
  'digest-list': listReply,
  'digest-changed': (reader, answer) => sentences(reader, changedSentence(reader, answer)),
  'digest-unchanged': (reader, answer) => sentences(reader, unchangedSentence(reader, answer)),
  'digest-log': digestLogReply,
  'digest-elsewhere': (reader, answer) => sentences(reader, elsewhereSentence(reader, answer)),
  'digest-unreadable': (reader, { id }) => sentences(reader, unreadableSentence(reader, id)),
  'digest-unknown': (reader, { word }) =>
    sentences(reader, reader.words.digests.unknown({ word: shownWord(word), list: typed('digest list') })),
  // Only a command comes with what opens a form.
  'digest-form': (reader) => sentences(reader, reader.words.commands.typeToOpenForm()),
};

type AnswerOf<Kind extends DigestAnswer['kind']> = Extract<DigestAnswer, { kind: Kind }>;

function changedSentence(reader: Reader, { change, digest }: AnswerOf<'digest-changed'>): Sentence {
  const { changes } = reader.words.digests;
  const name = nameOf(digest);
  switch (change) {
    case 'run':
      return changes.run({ digest: name, place: placeOf(reader, digest), log: typed(`digest log ${digest.id}`) });
    case 'pause':
      return changes.pause({ digest: name, resume: typed(`digest resume ${digest.id}`) });
    case 'resume':
      return changes.resume({ digest: name, state: describeState(reader, digest) });
    case 'delete':
      return changes.delete({ digest: name });
  }
}

function unchangedSentence({ words }: Reader, { change, digest }: AnswerOf<'digest-unchanged'>): Sentence {
  const { alreadyPaused, notPaused } = words.digests.changes;
  const name = nameOf(digest);
  return change === 'pause'
    ? alreadyPaused({ digest: name, resume: typed(`digest resume ${digest.id}`) })
    : notPaused({ digest: name, pause: typed(`digest pause ${digest.id}`) });
}

function elsewhereSentence(reader: Reader, { digest, fault }: AnswerOf<'digest-elsewhere'>): Sentence {
  const { elsewhere, notYours } = reader.words.digests;
  const name = nameOf(digest);
  return fault === 'not-yours'
    ? notYours({ digest: name, owner: { personId: digest.ownerId } })
    : elsewhere({ digest: name, ...describePlaceFault(reader, fault) });
}

function unreadableSentence(reader: Reader, id: DigestId): Sentence {
  return reader.words.digests.unreadable({ id, ...describePause(reader, 'unreadable') });
}

function listReply(reader: Reader, { digests, unreadable }: AnswerOf<'digest-list'>): Reply {
  const { none, list } = reader.words.digests;
  const create = typed('digest new');
  const lost = unreadable.map((id) => unreadableSentence(reader, id));
  const [first] = digests;
  if (!first) return sentences(reader, ...(lost.length > 0 ? lost : [none({ create })]));
  const title = list.title({ digests: digests.length });
  const each = [...lost, ...digests.map((digest) => digestSentence(reader, digest))];
  const left = each.length - DIGESTS_SHOWN;
  const commands = { edit: typed(`digest edit ${first.id}`), create };
  const next = left > 0 ? list.moreAndHowToChange({ left, ...commands }) : list.howToChange(commands);
  return {
    text: joinText(reader, [title, ...each, next].map(toText)),
    renderings: [[toRichText([title]), toBullets(each.slice(0, DIGESTS_SHOWN)), toRichText([next])]],
  };
}

/** `#3 Creators to #community: weekdays at 09:00, Europe/Berlin · next …; owner @anders` */
function digestSentence(reader: Reader, digest: Digest): Sentence {
  return reader.words.digests.list.digest({
    digest: nameOf(digest),
    place: placeOf(reader, digest),
    state: describeState(reader, digest),
    owner: { personId: digest.ownerId },
  });
}
