import type { Changes } from '../../../followstats/changes/changes.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders, AnswerView } from '../kit/answer-renders.ts';
import { type Drawn, fitRows } from '../kit/fit-rows.ts';
import { foot } from '../kit/foot.ts';
import { type Sentence, toPlain, toRichText, toText } from '../kit/inline.ts';
import { writeDateAndTime } from '../kit/instant.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { LIMITS } from '../kit/limits.ts';
import type { MessageBlock, Reply } from '../kit/reply.ts';
import { DRAWINGS } from '../kit/table.ts';
import { elsewhereText, tellRows } from '../kit/tell-rows.ts';
import { unreadLines } from '../reports/unread-lines.ts';
import { whoControls } from '../reports/who-controls.ts';
import { whoSentences } from '../reports/who-sentences.ts';
import { changesButtons, longerButtons } from './changes-buttons.ts';
import { changesNotes, firstLines, headlineOf, lineOf, newestLines } from './changes-lines.ts';
import { changesCaption, layOutChanges, MOST_LINES } from './changes-table.ts';

/** The answer that says who came and who left. */
export const CHANGES_ANSWERS: AnswerRenders<{ readonly kind: 'changes'; readonly changes: Changes }> = {
  changes: (reader, { changes }, view) => changesReply(reader, changes, view),
};

/**
 * Who came and who left: of a single account its ledger and the newest of both, of several a line each and the sum, of many a table (in
 * three forms); why some of it is unexplained, who couldn't be read, what can be done, and when it was.
 */
function changesReply(
  reader: Reader,
  changes: Changes,
  { buttonValue, sharedBy, who: asked, mayShare = true }: AnswerView,
): Reply {
  const { ledgers, unread, who, at } = changes;
  const isShared = sharedBy !== undefined;
  const isTable = ledgers.length > MOST_LINES;
  const head = headlineOf(reader, changes);
  const lines = ledgers.length > 1 ? ledgers.map((ledger) => lineOf(reader, changes, ledger)) : [];
  const notes: readonly Sentence[] = [
    ...changesNotes(reader, changes),
    ...newestLines(reader, changes),
    ...firstLines(reader, changes),
  ];
  const failures = isShared
    ? { lines: [], textLines: [] }
    : unreadLines(reader, unread, { now: at, named: { linked: who.linked, who: asked } });
  const all = who.accounts.length;
  const sharedUnread =
    isShared && unread.length > 0 ? [reader.words.reports.sharedUnread({ failed: unread.length, all })] : [];
  // A mention would notify people, even whole groups.
  const people = isShared ? [] : whoSentences(reader, who);
  const end = footOf(reader, at, sharedBy);
  const value = isShared || all === 0 ? undefined : buttonValue;
  const controls = isShared ? [] : [...longerButtons(reader, changes, asked), ...whoControls(reader, who)];
  const below: readonly MessageBlock[] = [
    ...(value ? [changesButtons(reader, changes, { value, mayShare })] : []),
    ...(controls.length > 0 && all > 0 ? [{ type: 'actions' as const, elements: [...controls] }] : []),
    foot(end),
  ];

  function around(middle: readonly MessageBlock[], more: readonly Sentence[]): readonly MessageBlock[] {
    const after = [...more, ...notes, ...failures.lines, ...sharedUnread, ...people];
    return [
      ...(head.length > 0 ? [toRichText(head)] : []),
      ...middle,
      ...(after.length > 0 ? [toRichText(after)] : []),
      ...below,
    ];
  }

  const drawn: readonly Drawn[] = isTable
    ? DRAWINGS.map(({ draw, maxRows }) =>
        fitRows(maxRows, (most) => {
          const table = layOutChanges(reader, changes, most);
          const shown = table.cells.length;
          const cut = shown < ledgers.length ? [reader.words.reports.cut({ shown, all: ledgers.length })] : [];
          const blocks = shown > 0 ? [draw(table, toPlain(changesCaption(reader, changes)))] : [];
          return { blocks: around(blocks, cut), left: ledgers.length - shown };
        }),
      )
    : [{ blocks: around(lines.length > 0 ? [toRichText(lines)] : [], []), left: 0 }];

  function shorten(longest: number, isAlone: boolean): string {
    const elsewhere = isAlone || !isTable ? 'nowhere' : 'table';
    const tail = [...notes.map(toText), ...failures.textLines.map(toText), ...[...sharedUnread, ...people].map(toText)];
    return tellRows(
      reader,
      {
        head: head.map(toText),
        tellings: [() => ({ title: [], rows: lines.map(toText) })],
        tail: [...tail, toText(end)],
        elsewhere: (left) => elsewhereText(reader, left, elsewhere),
      },
      longest,
    );
  }

  return { text: shorten(LIMITS.text, false), renderings: drawn.map(({ blocks }) => blocks), shorten };
}

function footOf(reader: Reader, at: number, sharedBy: string | undefined): Sentence {
  const { changes, history } = reader.words;
  return joinSentences(
    reader,
    sharedBy === undefined ? undefined : history.foot.shared({ person: { personId: sharedBy } }),
    changes.foot({ time: writeDateAndTime(reader, at, at), zone: reader.zone }),
  );
}
