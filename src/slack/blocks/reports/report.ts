import { isRead, isUnread, type Report } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders, AnswerView } from '../kit/answer-renders.ts';
import { charactersIn } from '../kit/characters.ts';
import { describeFailure } from '../kit/failure-text.ts';
import { type Drawn, fitRows } from '../kit/fit-rows.ts';
import { foot } from '../kit/foot.ts';
import { type Sentence, toPlain, toRichText, toText } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { LIMITS } from '../kit/limits.ts';
import { createMoments, type Moments } from '../kit/moments.ts';
import type { MessageBlock, Reply } from '../kit/reply.ts';
import { DRAWINGS, type Drawing } from '../kit/table.ts';
import { type Since, sinceOf } from './change.ts';
import { CSV_FROM, reportButtons } from './report-buttons.ts';
import { footOf, sharedFootOf } from './report-foot.ts';
import { captionOf, layOutTable } from './report-table.ts';
import { reportText } from './report-text.ts';
import { createTellRow } from './row-text.ts';
import { unreadLines } from './unread-lines.ts';
import { whoSentences } from './who-sentences.ts';

/** The answer of a look-up. */
export const REPORT_ANSWERS: AnswerRenders<{ readonly kind: 'report'; readonly report: Report }> = {
  report: (reader, { report }, view) => reportReply(reader, report, view),
};

/** As much of a message as its accounts that couldn't be read take, code points; the text has all of them. */
const MOST_UNREAD_CHARACTERS = 4000;

/**
 * A look-up's answer: one account on a line, several in a table (in three forms), those that couldn't be read on lines of their
 * own, what can be done, and a small line that says when it was read.
 */
export function reportReply(reader: Reader, report: Report, view: AnswerView): Reply {
  const { rows, notRefreshed } = report;
  const moments = view.sharedBy ? undefined : createMoments(reader, notRefreshed?.at ?? report.askedAt);
  const read = rows.filter(isRead);
  const since = sinceOf(read, moments);
  const head = notRefreshed && moments ? [notRefreshedLine(reader, report, notRefreshed, moments)] : [];
  const why = notRefreshed ? [whyNotRefreshed(reader, notRefreshed)] : [];
  // A shared answer mentions only the person who shared it: it would notify people, even whole groups.
  const people = moments ? whoSentences(reader, report.who) : [];
  const unread = moments ? shownUnread(reader, report, moments) : sharedUnread(reader, report);
  const end = rows.length > 0 ? [endOf(reader, report, { view, moments, since })] : [];
  const below: readonly MessageBlock[] = [
    ...(view.buttonValue && moments && rows.length > 0
      ? [reportButtons(reader, report, { value: view.buttonValue, who: view.who })]
      : []),
    ...end.map(foot),
  ];

  function around(middle: readonly MessageBlock[], notes: readonly Sentence[]): readonly MessageBlock[] {
    const lines = [...notes, ...unread, ...why, ...people];
    return [
      ...(head.length > 0 ? [toRichText(head)] : []),
      ...middle,
      ...(lines.length > 0 ? [toRichText(lines)] : []),
      ...below,
    ];
  }

  function drawRows({ draw }: Drawing, maxRows: number): Drawn {
    const table = layOutTable(reader, read, { maxRows, hasChange: since !== undefined });
    const [shown, all] = [table.cells.length, read.length];
    const caption = captionOf(reader, all, moments && since);
    const drawn = shown > 0 ? [draw(table, toPlain(caption))] : [];
    // Only `data_table` has room for a caption.
    const title = since && moments && drawn[0]?.type !== 'data_table' ? [toRichText([caption])] : [];
    const cut = all > shown ? [reader.words.reports.cut({ shown, all })] : [];
    return { blocks: around([...title, ...drawn], cut), left: all - shown };
  }

  const isTable = read.length > 1;
  const drawn = isTable
    ? DRAWINGS.map((drawing) => fitRows(drawing.maxRows, (most) => drawRows(drawing, most)))
    : [{ blocks: around(read.length > 0 ? [toRichText(read.map(createTellRow(reader, moments)))] : [], []), left: 0 }];
  const isAllInTable = isTable && read.length === rows.length && drawn.every(({ left }) => left === 0);

  function shorten(longest: number, isAlone: boolean): string {
    const hasCsv = view.buttonValue !== undefined && moments !== undefined && rows.length >= CSV_FROM;
    const elsewhere = isAlone ? 'nowhere' : isAllInTable ? 'table' : hasCsv ? 'csv' : 'nowhere';
    const tail = [...(moments ? [] : unread), ...why, ...people, ...end];
    return reportText(reader, report, { moments, head, tail, elsewhere }, longest);
  }

  return { text: shorten(LIMITS.text, false), renderings: drawn.map(({ blocks }) => blocks), shorten };
}

/** `Couldn’t refresh (60007). These are from 19:42.` */
function notRefreshedLine(
  reader: Reader,
  { askedAt }: Report,
  { failure }: NonNullable<Report['notRefreshed']>,
  moments: Moments,
): Sentence {
  const { notRefreshed, notRefreshedForCode } = reader.words.reports;
  const { code } = describeFailure(reader, failure);
  const at = moments.moment(askedAt);
  return code ? notRefreshedForCode({ code, at }) : notRefreshed({ at });
}

/** What came in between, and what to do. The code stands above. */
function whyNotRefreshed(reader: Reader, { failure }: NonNullable<Report['notRefreshed']>): Sentence {
  const { what, fix } = describeFailure(reader, failure);
  return joinSentences(reader, what, fix);
}

/** As many lines as there is room for; the text has all of them. */
function shownUnread(reader: Reader, { rows }: Report, moments: Moments): readonly Sentence[] {
  const lines = unreadLines(reader, rows, { moments, names: 'some' });
  let room = MOST_UNREAD_CHARACTERS;
  const shown = lines.filter((line, n) => {
    room -= charactersIn([toRichText([line])]);
    return room >= 0 || n === 0;
  });
  if (shown.length === lines.length) return lines;
  const all = rows.filter(isUnread).length;
  return [...shown, reader.words.reports.moreUnread({ accounts: Math.max(1, all - shown.length) })];
}

/** In front of everyone failures are only counted. */
function sharedUnread({ words: { reports } }: Reader, { rows, read }: Report): readonly Sentence[] {
  const failed = rows.length - read;
  return failed > 0 ? [reports.sharedUnread({ failed, all: rows.length })] : [];
}

interface Ending {
  readonly view: AnswerView;
  readonly moments: Moments | undefined;
  readonly since: Since | undefined;
}

function endOf(reader: Reader, report: Report, { view, moments, since }: Ending): Sentence {
  if (moments) return footOf(reader, report, { moments, isRefreshed: view.isRefreshed === true });
  // On the line of a single account it stands beside the change.
  return sharedFootOf(reader, report, { personId: view.sharedBy ?? '', since: report.read > 1 ? since : undefined });
}
