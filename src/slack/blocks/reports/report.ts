import type { ActionsBlock } from '@slack/types';
import type { Report, Row } from '../../../followstats/reports/report.ts';
import { ACTIONS } from '../../names.ts';
import { button } from '../kit/button.ts';
import { type Drawn, fitRows } from '../kit/fit-rows.ts';
import { type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import type { MessageBlock, Reply } from '../kit/reply.ts';
import { DRAWINGS, type Drawing } from '../kit/table.ts';
import { elsewhereText, type Telling, tellRows } from '../kit/tell-rows.ts';
import { createFormatChange, createShortChange } from './change.ts';
import {
  createFormatNumber,
  failureSentences,
  rowSentence,
  SHORT_CHANGES,
  SHORT_ROWS,
  shortRowSentence,
  totals,
} from './report-sentences.ts';
import { layOutTable } from './report-table.ts';
import { whoSentences } from './who-sentences.ts';

/** Whom a report is shown to, and how. */
export interface ReportView {
  /** BCP 47; numbers are written its way. */
  readonly locale: string;
  /** What the buttons carry to ask the same question again; `undefined` leaves them out. */
  readonly buttonValue: string | undefined;
  /** Set when the answer is shown to a whole channel: who shared it. */
  readonly sharedBy?: string | undefined;
}

/** A look-up's answer: totals, the table in three forms, failures with what to do, buttons. */
export function reportReply(report: Report, view: ReportView): Reply {
  const format = createFormatNumber(view.locale);
  const change = report.rows.some(({ baseline }) => baseline) ? createFormatChange(view.locale) : undefined;
  const top: readonly Sentence[] = [
    ...(report.rows.length > 0 ? [totals(report, format)] : []),
    ...(view.sharedBy ? [['Shared by ', { personId: view.sharedBy }]] : []),
  ];
  const failures = failureSentences(report.failures);
  // A shared answer mentions nobody but whoever shared it: it would ring for people, even whole groups.
  const people = view.sharedBy ? [] : whoSentences(report.who);

  function tell(title: readonly Sentence[], toSentence: (row: Row) => Sentence): Telling {
    return { title: title.map(toText), rows: report.rows.map((row) => toText(toSentence(row))) };
  }

  function tellShortChanges(): Telling {
    const shortChange = createShortChange(view.locale);
    return tell([SHORT_CHANGES], (row) => shortRowSentence(row, format, shortChange));
  }

  const tellings = [
    () => tell([], (row) => rowSentence(row, format, change)),
    () => tell([SHORT_ROWS], (row) => shortRowSentence(row, format, change)),
    ...(change ? [tellShortChanges] : []),
  ];

  function drawRows(toBlock: Drawing['draw'], maxRows: number): Drawn {
    const table = layOutTable(report.rows, { maxRows, format, change });
    const left = report.rows.length - table.cells.length;
    const cut: readonly Sentence[] =
      left > 0 ? [[`The table shows the first ${table.cells.length} of ${report.rows.length} accounts.`]] : [];
    const notes = [...cut, ...people];
    const blocks = [
      ...(top.length > 0 ? [toRichText(top)] : []),
      ...(table.cells.length > 0 ? [toBlock(table, captionOf(report))] : []),
      ...(failures.length > 0 ? [toBullets(failures)] : []),
      ...(notes.length > 0 ? [toRichText(notes)] : []),
    ];
    return { blocks, left };
  }

  const drawn = DRAWINGS.map(({ draw, maxRows }) => fitRows(maxRows, (most) => drawRows(draw, most)));
  const hasMore = drawn.some(({ left }) => left > 0);
  const { buttonValue } = view;
  const below = buttonValue && report.rows.length > 0 ? [buttons(buttonValue, report.read > 0, hasMore)] : [];

  function shorten(longest: number, isAlone: boolean): string {
    const elsewhere = isAlone ? 'nowhere' : !hasMore ? 'table' : buttonValue ? 'csv' : 'nowhere';
    return tellRows(
      {
        head: top.map(toText),
        tellings,
        tail: [...failures, ...people].map(toText),
        elsewhere: (left) => elsewhereText(format(left), elsewhere),
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

function captionOf({ rows }: Report): string {
  return `Follow counts of ${rows.length} account${rows.length === 1 ? '' : 's'}`;
}

/** A row of one button that asks the same question again. */
export function tryAgain(buttonValue: string): ActionsBlock {
  return { type: 'actions', elements: [button(ACTIONS.refresh, 'Try again', 'Ask Chat again', buttonValue)] };
}

function buttons(value: string, isWorthSharing: boolean, hasMore: boolean): ActionsBlock {
  return {
    type: 'actions',
    elements: [
      button(ACTIONS.refresh, 'Refresh', 'Refresh: read these counts anew', value),
      ...(isWorthSharing
        ? [button(ACTIONS.share, 'Share', 'Share: show these counts to everyone in this channel', value)]
        : []),
      ...(hasMore ? [button(ACTIONS.csv, 'CSV', 'Get all rows as a CSV file in a direct message', value)] : []),
    ],
  };
}
