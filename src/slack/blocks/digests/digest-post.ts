import type { ActionsBlock, HeaderBlock } from '@slack/types';
import type { DigestChart } from '../../../digests/report/digest-chart.ts';
import type { DigestReport } from '../../../digests/report/digest-report.ts';
import type { Reader } from '../../words/reader.ts';
import { button } from '../kit/button.ts';
import { type Drawn, fitRows } from '../kit/fit-rows.ts';
import { clean, type Sentence, toBullets, toPlain, toRichText, toText } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import type { MessageBlock, Reply } from '../kit/reply.ts';
import { DRAWINGS, type Drawing } from '../kit/table.ts';
import { elsewhereText, tellRows } from '../kit/tell-rows.ts';
import { failureSentences } from '../reports/report-sentences.ts';
import { chartSentences, drawDigestChart } from './digest-chart.ts';
import { createDigestNumbers } from './digest-numbers.ts';
import { ROW_WORDINGS } from './digest-rows.ts';
import { crossingSentences, digestHead, newsSentences, type SlotView } from './digest-sentences.ts';
import { layOutDigest } from './digest-table.ts';

/** How a digest's post looks. */
export interface DigestView extends SlotView {
  /** Untrusted text. */
  readonly title: string;
  /** `undefined` when it is switched off, or nothing could be read. */
  readonly chart: DigestChart | undefined;
  /** The button for all rows as a file, shown where a table can't hold them; `undefined` leaves it out. */
  readonly csv: { readonly actionId: string; readonly value: string } | undefined;
}

/**
 * A digest's post: title, totals, period and zone, chart, table, movers, which accounts came and went, failures.
 * @param reader the owner's: one post is for many readers
 */
export function digestReply(reader: Reader, report: DigestReport, view: DigestView): Reply {
  const { words } = reader;
  const numbers = createDigestNumbers(reader);
  const top = [...digestHead(reader, report, view, numbers), ...crossingSentences(reader, report, numbers)];
  const news = [...newsSentences(reader, report, numbers), ...failureSentences(reader, report.failures)];
  const past = view.chart ? chartSentences(reader, view.chart) : [];

  const tellings = ROW_WORDINGS.map(({ title, row: write }) => () => ({
    title: title(reader).map(toText),
    rows: report.rows.map((row) => toText(write(reader, row, numbers))),
  }));

  function drawRows(toBlock: Drawing['draw'], chart: readonly MessageBlock[], maxRows: number): Drawn {
    const table = layOutDigest(reader, report.rows, maxRows, numbers);
    const [shown, all] = [table.cells.length, report.rows.length];
    const cut = shown < all ? [words.digestPosts.tableCut({ shown, all })] : [];
    const notes: readonly Sentence[] = [...cut, ...(chart.length > 0 ? [] : past)];
    const blocks = [
      header(view.title),
      toRichText(top),
      ...chart,
      ...(shown > 0 ? [toBlock(table, toPlain(words.digestPosts.caption({ accounts: all })))] : []),
      ...(news.length > 0 ? [toBullets(news)] : []),
      ...(notes.length > 0 ? [toRichText(notes)] : []),
    ];
    return { blocks, left: all - shown };
  }

  const draw = ({ draw: toBlock, maxRows }: Drawing, chart: readonly MessageBlock[]) =>
    fitRows(maxRows, (most) => drawRows(toBlock, chart, most));
  const [richest] = DRAWINGS;
  const drawn = [
    ...(view.chart && richest ? [draw(richest, [drawDigestChart(reader, view.chart, view.schedule.zone)])] : []),
    ...DRAWINGS.map((drawing) => draw(drawing, [])),
  ];
  const hasMore = drawn.some(({ left }) => left > 0);
  const below = view.csv && hasMore ? [csvButton(reader, view.csv)] : [];

  function shorten(longest: number, isAlone: boolean): string {
    const elsewhere = isAlone ? 'nowhere' : !hasMore ? 'table' : view.csv ? 'csv' : 'nowhere';
    return tellRows(
      reader,
      {
        head: [[{ bold: view.title }], ...top].map(toText),
        tellings,
        tail: [...past, ...news].map(toText),
        elsewhere: (left) => elsewhereText(reader, left, elsewhere),
      },
      longest,
    );
  }

  return {
    text: shorten(LIMITS.text, false),
    renderings: drawn.map(({ blocks }) => [...blocks, ...below]),
    shorten,
  };
}

function header(title: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: clean(title, TITLE_LENGTH), emoji: false } };
}

/** Half of Slack's 150, since it may count UTF-16 units where `clean` counts code points. */
const TITLE_LENGTH = 75;

function csvButton({ words }: Reader, { actionId, value }: NonNullable<DigestView['csv']>): ActionsBlock {
  return { type: 'actions', elements: [button(actionId, words.kit.csv, value)] };
}
