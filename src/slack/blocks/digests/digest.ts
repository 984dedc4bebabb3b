import type { ActionsBlock, HeaderBlock } from '@slack/types';
import type { DigestChart } from '../../../digests/report/digest-chart.ts';
import type { DigestReport } from '../../../digests/report/digest-report.ts';
import { createReaders } from '../../words/reader.ts';
import { button } from '../kit/button.ts';
import { type Drawn, fitRows } from '../kit/fit-rows.ts';
import { clean, type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import type { MessageBlock, Reply } from '../kit/reply.ts';
import { DRAWINGS, type Drawing } from '../kit/table.ts';
import { elsewhereText, tellRows } from '../kit/tell-rows.ts';
import { failureSentences } from '../reports/report-sentences.ts';
import { createDigestWords } from './digest-changes.ts';
import { chartSentences, drawDigestChart } from './digest-chart.ts';
import { ROW_TELLINGS } from './digest-rows.ts';
import { crossingSentences, digestHead, newsSentences, type SlotView } from './digest-sentences.ts';
import { layOutDigest } from './digest-table.ts';

/** How a digest's post looks. */
export interface DigestView extends SlotView {
  /** Untrusted text. */
  readonly title: string;
  /** The owner's, BCP 47: one post is for many readers. */
  readonly locale: string;
  /** `undefined` when it is switched off, or nothing could be read. */
  readonly chart: DigestChart | undefined;
  /** The button for all rows as a file, shown where a table can't hold them; `undefined` leaves it out. */
  readonly csv: { readonly actionId: string; readonly value: string } | undefined;
}

/** A digest's post: title, totals, period and zone, chart, table, movers, who came and went, failures. */
export function digestReply(report: DigestReport, view: DigestView): Reply {
  const reader = createReaders()(zoned(view));
  const words = createDigestWords(view.locale);
  const top = [...digestHead(report, view, words), ...crossingSentences(report, words)];
  const news = [...newsSentences(report, words), ...failureSentences(reader, report.failures)];
  const past = view.chart ? chartSentences(view.chart, words) : [];

  const tellings = ROW_TELLINGS.map(({ title, tell }) => () => ({
    title: title.map(toText),
    rows: report.rows.map((row) => toText(tell(row, words))),
  }));

  function drawRows(toBlock: Drawing['draw'], chart: readonly MessageBlock[], maxRows: number): Drawn {
    const table = layOutDigest(report.rows, maxRows, words);
    const [shown, all] = [table.cells.length, report.rows.length];
    const cut =
      shown < all ? [[`The table shows the first ${words.number(shown)} of ${words.number(all)} accounts.`]] : [];
    const notes: readonly Sentence[] = [...cut, ...(chart.length > 0 ? [] : past)];
    const blocks = [
      header(view.title),
      toRichText(top),
      ...chart,
      ...(shown > 0 ? [toBlock(table, `Follow counts and their changes, ${all} account${all === 1 ? '' : 's'}`)] : []),
      ...(news.length > 0 ? [toBullets(news)] : []),
      ...(notes.length > 0 ? [toRichText(notes)] : []),
    ];
    return { blocks, left: all - shown };
  }

  const draw = ({ draw: toBlock, maxRows }: Drawing, chart: readonly MessageBlock[]) =>
    fitRows(maxRows, (most) => drawRows(toBlock, chart, most));
  const [richest] = DRAWINGS;
  const drawn = [
    ...(view.chart && richest ? [draw(richest, [drawDigestChart(view.chart, zoned(view))])] : []),
    ...DRAWINGS.map((drawing) => draw(drawing, [])),
  ];
  const hasMore = drawn.some(({ left }) => left > 0);
  const below = view.csv && hasMore ? [csvButton(view.csv)] : [];

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

const zoned = ({ locale, schedule }: DigestView) => ({ locale, zone: schedule.zone });

function header(title: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: clean(title, TITLE_LENGTH), emoji: false } };
}

/** Half of Slack's 150, since it may count UTF-16 units where `clean` counts code points. */
const TITLE_LENGTH = 75;

function csvButton({ actionId, value }: { readonly actionId: string; readonly value: string }): ActionsBlock {
  const label = 'Get all rows as a CSV file in a direct message';
  return { type: 'actions', elements: [button(actionId, 'CSV', label, value)] };
}
