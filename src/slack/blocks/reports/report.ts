import type { ActionsBlock } from '@slack/types';
import type { Report, Row } from '../../../followstats/reports/report.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders, AnswerView } from '../kit/answer-renders.ts';
import { button } from '../kit/button.ts';
import { type Drawn, fitRows } from '../kit/fit-rows.ts';
import { type Sentence, toBullets, toPlain, toRichText, toText } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import type { MessageBlock, Reply } from '../kit/reply.ts';
import { DRAWINGS, type Drawing } from '../kit/table.ts';
import { elsewhereText, type Telling, tellRows } from '../kit/tell-rows.ts';
import { createFormatChange, createShortChange } from './change.ts';
import { failureSentences, rowSentence, shortRowSentence, totals } from './report-sentences.ts';
import { layOutTable } from './report-table.ts';
import { whoSentences } from './who-sentences.ts';

/** The answer of a look-up. */
export const REPORT_ANSWERS: AnswerRenders<{ readonly kind: 'report'; readonly report: Report }> = {
  report: (reader, { report }, view) => reportReply(reader, report, view),
};

/** A look-up's answer: totals, the table in three forms, failures with what to do, buttons. */
export function reportReply(reader: Reader, report: Report, view: AnswerView): Reply {
  const { reports } = reader.words;
  const change = report.rows.some(({ baseline }) => baseline) ? createFormatChange(reader) : undefined;
  const top: readonly Sentence[] = [
    ...(report.rows.length > 0 ? [totals(reader, report)] : []),
    ...(view.sharedBy ? [reports.sharedBy({ person: { personId: view.sharedBy } })] : []),
  ];
  const failures = failureSentences(reader, report.failures);
  // A shared answer mentions only the person who shared it: it would notify people, even whole groups.
  const people = view.sharedBy ? [] : whoSentences(reader, report.who);

  function tell(title: readonly Sentence[], toSentence: (row: Row) => Sentence): Telling {
    return { title: title.map(toText), rows: report.rows.map((row) => toText(toSentence(row))) };
  }

  function tellShortChanges(): Telling {
    const shortChange = createShortChange(reader);
    return tell([reports.shortRowsWithChange()], (row) => shortRowSentence(reader, row, shortChange));
  }

  const tellings = [
    () => tell([], (row) => rowSentence(reader, row, change)),
    () => tell([reports.shortRows()], (row) => shortRowSentence(reader, row, change)),
    ...(change ? [tellShortChanges] : []),
  ];

  function drawRows(toBlock: Drawing['draw'], maxRows: number): Drawn {
    const table = layOutTable(reader, report.rows, { maxRows, change });
    const [shown, all] = [table.cells.length, report.rows.length];
    const left = all - shown;
    const cut: readonly Sentence[] = left > 0 ? [reports.cut({ shown, all })] : [];
    const notes = [...cut, ...people];
    const blocks = [
      ...(top.length > 0 ? [toRichText(top)] : []),
      ...(table.cells.length > 0 ? [toBlock(table, toPlain(reports.caption({ accounts: all })))] : []),
      ...(failures.length > 0 ? [toBullets(failures)] : []),
      ...(notes.length > 0 ? [toRichText(notes)] : []),
    ];
    return { blocks, left };
  }

  const drawn = DRAWINGS.map(({ draw, maxRows }) => fitRows(maxRows, (most) => drawRows(draw, most)));
  const hasMore = drawn.some(({ left }) => left > 0);
  const { buttonValue } = view;
  const below =
    buttonValue && report.rows.length > 0
      ? [buttons(reader, buttonValue, { isWorthSharing: report.read > 0, hasMore })]
      : [];

  function shorten(longest: number, isAlone: boolean): string {
    const elsewhere = isAlone ? 'nowhere' : !hasMore ? 'table' : buttonValue ? 'csv' : 'nowhere';
    return tellRows(
      reader,
      {
        head: top.map(toText),
        tellings,
        tail: [...failures, ...people].map(toText),
        elsewhere: (left) => elsewhereText(reader, left, elsewhere),
      },
      longest,
    );
  }

  return {
    text: shorten(LIMITS.text, false),
    renderings: drawn.map(({ blocks }): readonly MessageBlock[] => [...blocks, ...below]),
    shorten,
  };
}

interface Offers {
  readonly isWorthSharing: boolean;
  /** Whether there are rows that no table shows. */
  readonly hasMore: boolean;
}

function buttons({ words }: Reader, value: string, { isWorthSharing, hasMore }: Offers): ActionsBlock {
  const { refresh, share } = words.reports;
  return {
    type: 'actions',
    elements: [
      button(ACTIONS.refresh, refresh, value),
      ...(isWorthSharing ? [button(ACTIONS.share, share, value)] : []),
      ...(hasMore ? [button(ACTIONS.csv, words.kit.csv, value)] : []),
    ],
  };
}
