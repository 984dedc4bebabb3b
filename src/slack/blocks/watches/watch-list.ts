import type { Watch, WatchId } from '../../../digests/watches/types.ts';
import type { WatchAnswer } from '../../../digests/watches/watch-answer.ts';
import type { Reader } from '../../words/reader.ts';
import { describePause, reasonSentence } from '../digests/run-text.ts';
import { card } from '../kit/card.ts';
import { fitCards } from '../kit/fit-cards.ts';
import { type Sentence, toRichText, toText } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { joinText, type MessageBlock, type Reply } from '../kit/reply.ts';
import { allWatchesButton, moreWatchesButton, newWatchButton, watchButton, watchMenu } from './watch-controls.ts';
import { watchLines } from './watch-state.ts';
import { nameOf } from './watch-text.ts';

type List = Extract<WatchAnswer, { kind: 'watch-list' }>;

/** Deleted watches that have an *Undo* here; the answer that deleted each has one, too. */
const MOST_DELETED = 2;
const MOST_LOST = 5;

/** A card a watch, with its menu; what there is no room for is a button away. The text names all. */
export function watchListReply(reader: Reader, list: List): Reply {
  const { none, list: words, marks } = reader.words.watches;
  const { watches, unreadable, restorable, from, total, latest, nobody, now } = list;
  const count = { watches: total };
  const title = total === 0 ? none() : from === undefined ? words.title(count) : words.titleFrom({ ...count, from });
  const lost = unreadable.map((id) => unreadableSentence(reader, id));
  const gone = restorable.map((watch) => marks.deleted({ watch: nameOf(watch) }));
  const linesOfEach = watches.map((watch) =>
    watchLines(reader, { watch, last: latest.get(watch.id), isIdle: nobody.has(watch.id), now }),
  );
  const drawing = { title, linesOfEach, lost };
  return {
    text: joinText(reader, [title, ...linesOfEach.flat(), ...lost, ...gone].map(toText)),
    renderings: [fitCards(watches.length, (cards) => draw(reader, list, { ...drawing, cards }))],
  };
}

interface Drawing {
  readonly title: Sentence;
  /** The lines of each watch. */
  readonly linesOfEach: readonly (readonly Sentence[])[];
  readonly lost: readonly Sentence[];
  /** How many watches have a card. */
  readonly cards: number;
}

function draw(reader: Reader, list: List, { title, linesOfEach, lost, cards }: Drawing): readonly MessageBlock[] {
  const { watches, restorable, from, now } = list;
  const next = watches[cards];
  const notes = [
    ...lost.slice(0, MOST_LOST),
    ...(lost.length > MOST_LOST ? [reader.words.kit.moreLines({ lines: lost.length - MOST_LOST })] : []),
    ...(next ? [reader.words.watches.list.more({ left: watches.length - cards })] : []),
  ];
  return [
    toRichText([title]),
    ...watches.slice(0, cards).flatMap((watch, n) => card(linesOfEach[n] ?? [], [watchMenu(reader, watch, from, now)])),
    ...restorable.slice(-MOST_DELETED).flatMap((watch) => deletedCard(reader, watch)),
    ...(notes.length > 0 ? [toRichText(notes)] : []),
    {
      type: 'actions',
      elements: [
        ...(next ? [moreWatchesButton(reader, next.id)] : []),
        ...(from === undefined ? [] : [allWatchesButton(reader)]),
        newWatchButton(reader),
      ],
    },
  ];
}

function deletedCard(reader: Reader, watch: Watch): readonly MessageBlock[] {
  const { deleted } = reader.words.watches.marks;
  return card([deleted({ watch: nameOf(watch) })], [watchButton(reader, 'undo', watch.id)]);
}

/** Of a watch that this version can't read: that it isn't looked at, and what to do. */
export function unreadableSentence(reader: Reader, id: WatchId): Sentence {
  const why = reasonSentence(reader, describePause(reader, 'unreadable', reader.words.kit.channel()));
  return joinSentences(reader, reader.words.watches.unreadable({ id }), why);
}
