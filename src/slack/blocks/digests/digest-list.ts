import type { DigestAnswer } from '../../../digests/digest-answer.ts';
import type { Digest, DigestId } from '../../../digests/types.ts';
import type { Reader } from '../../words/reader.ts';
import { card } from '../kit/card.ts';
import { fitCards } from '../kit/fit-cards.ts';
import { type Sentence, toRichText, toText } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { joinText, type MessageBlock, type Reply } from '../kit/reply.ts';
import { allDigestsButton, digestButton, digestMenu, moreDigestsButton, newDigestButton } from './digest-controls.ts';
import { nameOf } from './digest-name.ts';
import { headOf, stateLine, whereAndWhose } from './digest-state.ts';
import { describePause, reasonSentence } from './run-text.ts';

type List = Extract<DigestAnswer, { kind: 'digest-list' }>;

/** A card a digest, with its menu; what there is no room for is a button away. The text names all. */
export function digestListReply(reader: Reader, list: List): Reply {
  const { none, list: words, marks } = reader.words.digests;
  const { digests, unreadable, restorable, from, total } = list;
  const count = { digests: total };
  const title = total === 0 ? none() : from === undefined ? words.title(count) : words.titleFrom({ ...count, from });
  const lost = unreadable.map((id) => unreadableSentence(reader, id));
  const gone = restorable.map((digest) => marks.deleted({ digest: nameOf(digest) }));
  const linesOfEach = digests.map((digest) => linesOf(reader, list, digest));
  return {
    text: joinText(reader, [title, ...linesOfEach.flat(), ...lost, ...gone].map(toText)),
    renderings: [fitCards(digests.length, (cards) => draw(reader, list, { title, linesOfEach, lost, cards }))],
  };
}

function linesOf(reader: Reader, { latest, now }: List, digest: Digest): readonly Sentence[] {
  const standing = { digest, last: latest.get(digest.id), now };
  return [headOf(reader, standing), whereAndWhose(reader, digest), stateLine(reader, standing)];
}

interface Drawing {
  readonly title: Sentence;
  /** The lines of each digest. */
  readonly linesOfEach: readonly (readonly Sentence[])[];
  readonly lost: readonly Sentence[];
  /** How many digests have a card. */
  readonly cards: number;
}

/** Deleted digests that have an *Undo* here; more at once hardly come about, and the answer that deleted each has one, too. */
const MOST_DELETED = 2;
const MOST_LOST = 5;

function draw(reader: Reader, list: List, { title, linesOfEach, lost, cards }: Drawing): readonly MessageBlock[] {
  const { digests, restorable, from } = list;
  const next = digests[cards];
  const notes = [
    ...lost.slice(0, MOST_LOST),
    ...(lost.length > MOST_LOST ? [reader.words.kit.moreLines({ lines: lost.length - MOST_LOST })] : []),
    ...(next ? [reader.words.digests.list.more({ left: digests.length - cards })] : []),
  ];
  return [
    toRichText([title]),
    ...digests.slice(0, cards).flatMap((digest, n) => card(linesOfEach[n] ?? [], [digestMenu(reader, digest, from)])),
    ...restorable.slice(-MOST_DELETED).flatMap((digest) => deletedCard(reader, digest)),
    ...(notes.length > 0 ? [toRichText(notes)] : []),
    {
      type: 'actions',
      elements: [
        ...(next ? [moreDigestsButton(reader, next.id)] : []),
        ...(from === undefined ? [] : [allDigestsButton(reader)]),
        newDigestButton(reader),
      ],
    },
  ];
}

function deletedCard(reader: Reader, digest: Digest): readonly MessageBlock[] {
  const { deleted } = reader.words.digests.marks;
  return card([deleted({ digest: nameOf(digest) })], [digestButton(reader, 'undo', digest.id)]);
}

/** Of a digest that this version can't read: that it isn't posted, and what to do. */
export function unreadableSentence(reader: Reader, id: DigestId): Sentence {
  const why = reasonSentence(reader, describePause(reader, 'unreadable', reader.words.kit.channel()));
  return joinSentences(reader, reader.words.digests.unreadable({ id }), why);
}
