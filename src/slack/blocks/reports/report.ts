import { isRead, isUnread, type Report } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders, AnswerView } from '../kit/answer-renders.ts';
import { type DrawnReply, drawNamed } from '../kit/draw-named.ts';
import { type Drawn, fitRows } from '../kit/fit-rows.ts';
import { foot } from '../kit/foot.ts';
import { type Sentence, toPlain, toRichText } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import type { MessageBlock, Reply } from '../kit/reply.ts';
import { DRAWINGS, type Drawing, type Table } from '../kit/table.ts';
import { createWriteSince, sinceOf } from './change.ts';
import { isSameFailure, notRefreshedLine, stillAskingLine, whyNotRefreshed } from './not-refreshed.ts';
import { CSV_FROM, reportButtons } from './report-buttons.ts';
import { footOf, sharedFootOf } from './report-foot.ts';
import { captionOf, layOutTable } from './report-table.ts';
import { reportText } from './report-text.ts';
import { createTellRow } from './row-text.ts';
import { badlyLinked } from './unknown-account.ts';
import { unreadLines } from './unread-lines.ts';
import { whoControls } from './who-controls.ts';
import { whoSentences } from './who-sentences.ts';

/** The answer of a look-up. */
export const REPORT_ANSWERS: AnswerRenders<{ readonly kind: 'report'; readonly report: Report }> = {
  report: (reader, { report }, view) => reportReply(reader, report, view),
};

/**
 * A look-up's answer: one account on a line, several in a table (in three forms), those that couldn't be read on lines of their
 * own, what can be done, and a small line that says when it was read.
 */
export function reportReply(reader: Reader, report: Report, view: AnswerView): Reply {
  return drawNamed(reader, (one) => drawReport(one, report, view));
}

function drawReport(reader: Reader, report: Report, view: AnswerView): DrawnReply {
  const { reports } = reader.words;
  const { rows, notRefreshed } = report;
  const { stillAskingAt } = view;
  const read = rows.filter(isRead);
  // For everyone instants are Slack's, who shows them in each reader's own zone, and no person is mentioned but the one who
  // shared it: that would notify people, even whole groups.
  const now = view.sharedBy ? undefined : (stillAskingAt ?? notRefreshed?.at ?? report.askedAt);
  const writeSince = createWriteSince(reader, now);
  const since = sinceOf(read, writeSince);
  const head = headSentences();
  // An account that was never read failed for the same reason, and its line says that.
  const isExplained =
    notRefreshed && rows.filter(isUnread).some(({ lookup }) => isSameFailure(lookup.failure, notRefreshed.failure));
  const why = notRefreshed && !isExplained ? [whyNotRefreshed(reader, notRefreshed)] : [];
  const people = now === undefined ? [] : whoSentences(reader, report.who);
  const named = { linked: report.who.linked, who: view.who };
  const failuresFor = (one: Reader) =>
    now === undefined
      ? { lines: [], textLines: [] }
      : unreadLines(one, rows, {
          now,
          named,
          said: stillAskingAt === undefined ? notRefreshed?.failure : undefined,
        });
  const failures = failuresFor(reader);
  const unread = now === undefined ? sharedUnread(reader, report) : failures.lines;
  const end = endSentences();
  const controls = now === undefined ? [] : whoControls(reader, report.who, badlyLinked(rows, named));
  const buttonValue = now === undefined || rows.length === 0 ? undefined : view.buttonValue;
  const below: readonly MessageBlock[] = [
    ...(controls.length > 0 ? [{ type: 'actions' as const, elements: controls }] : []),
    ...(buttonValue
      ? [reportButtons(reader, report, { value: buttonValue, who: view.who, mayShare: view.mayShare ?? true })]
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

  /** By how many rows there may be: most reports fit into every drawing, and are laid out once for all. */
  const tables = new Map<number, Table>();
  function tableOf(maxRows: number): Table {
    const most = Math.min(maxRows, read.length);
    const table = tables.get(most) ?? layOutTable(reader, read, { maxRows: most, hasChange: since !== undefined });
    tables.set(most, table);
    return table;
  }

  function drawRows({ draw }: Drawing, maxRows: number): Drawn {
    const table = tableOf(maxRows);
    const [shown, all] = [table.cells.length, read.length];
    // A caption is plain, so that for everyone the instant stands at the end.
    const caption = captionOf(reader, all, now === undefined ? undefined : since);
    const drawn = shown > 0 ? [draw(table, toPlain(caption))] : [];
    // Only `data_table` has a caption.
    const title = since && now !== undefined && drawn[0]?.type !== 'data_table' ? [toRichText([caption])] : [];
    const cut = all > shown ? [reports.cut({ shown, all })] : [];
    return { blocks: around([...title, ...drawn], cut), left: all - shown };
  }

  function drawLine(): Drawn {
    const line = read.map(createTellRow(reader, writeSince));
    return { blocks: around(line.length > 0 ? [toRichText(line)] : [], []), left: 0 };
  }

  const isTable = read.length > 1;
  const drawn = isTable
    ? DRAWINGS.map((drawing) => fitRows(drawing.maxRows, (most) => drawRows(drawing, most)))
    : [drawLine()];
  const isAllInTable = isTable && read.length === rows.length && drawn.every(({ left }) => left === 0);

  function shorten(longest: number, isAlone: boolean): string {
    const hasCsv = buttonValue !== undefined && rows.length >= CSV_FROM;
    const elsewhere = isAlone ? 'nowhere' : isAllInTable ? 'table' : hasCsv ? 'csv' : 'nowhere';
    const tail = [...(now === undefined ? unread : []), ...why, ...people, ...end];
    return reportText(reader, report, { now, writeSince, failuresFor, head, tail, elsewhere }, longest);
  }

  return {
    text: shorten(LIMITS.text, false),
    renderings: drawn.map(({ blocks }) => blocks),
    left: drawn.map(({ left }) => left),
    shorten,
  };

  function headSentences(): readonly Sentence[] {
    if (stillAskingAt !== undefined) return [stillAskingLine(reader, report, stillAskingAt)];
    return notRefreshed ? [notRefreshedLine(reader, report, notRefreshed)] : [];
  }

  function endSentences(): readonly Sentence[] {
    const { sharedBy, isRefreshed = false } = view;
    // From when the counts are stands on top.
    if (stillAskingAt !== undefined) return [];
    if (sharedBy === undefined) return footOf(reader, report, { isRefreshed });
    // On the line of a single account it stands beside the change.
    return [sharedFootOf(reader, report, { personId: sharedBy, since: read.length > 1 ? since : undefined })];
  }
}

/** In front of everyone failures are only counted. */
function sharedUnread({ words: { reports } }: Reader, { rows, read }: Report): readonly Sentence[] {
  const failed = rows.length - read;
  return failed > 0 ? [reports.sharedUnread({ failed, all: rows.length })] : [];
}
