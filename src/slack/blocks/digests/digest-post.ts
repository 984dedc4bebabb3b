import type { HeaderBlock } from '@slack/types';
import type { DigestChart } from '../../../digests/report/digest-chart.ts';
import type { DigestReport } from '../../../digests/report/digest-report.ts';
import type { RunId } from '../../../digests/runs.ts';
import type { Reader } from '../../words/reader.ts';
import { joinedLength } from '../kit/cut-text.ts';
import { type DrawnReply, drawNamed } from '../kit/draw-named.ts';
import { type Drawn, fitRows } from '../kit/fit-rows.ts';
import { foot } from '../kit/foot.ts';
import { clean, type Sentence, toPlain, toRichText, toText } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import type { MessageBlock, Reply } from '../kit/reply.ts';
import { DRAWINGS, type Drawing } from '../kit/table.ts';
import { elsewhereText, tellRows } from '../kit/tell-rows.ts';
import { chartNotes, chartSentences, drawDigestChart, drawnNotes } from './digest-chart.ts';
import { digestFailures } from './digest-failures.ts';
import { digestFoot, type SlotView } from './digest-foot.ts';
import { createDigestNumbers } from './digest-numbers.ts';
import { digestPostButtons } from './digest-post-buttons.ts';
import { tellDigestRows } from './digest-rows.ts';
import { digestNews } from './digest-sentences.ts';
import { layOutDigest } from './digest-table.ts';

/** How a digest's post looks. */
export interface DigestView extends SlotView {
  /** Untrusted text. */
  readonly title: string;
  /** `undefined` when it is switched off, or nothing could be read. */
  readonly chart: DigestChart | undefined;
  /** The run that it is the post of, by which its buttons find it again; `undefined` leaves them out. */
  readonly run: RunId | undefined;
}

/**
 * A digest's post: title, what is new, chart, table, what couldn't be read, and last how it came about.
 * @param anyReader in the digest's language, of whatever zone: a post has many readers, and all its times are the digest's
 */
export function digestReply(anyReader: Reader, report: DigestReport, view: DigestView): Reply {
  return drawNamed({ ...anyReader, zone: view.schedule.zone }, (reader) => drawPost(reader, report, view));
}

function drawPost(reader: Reader, report: DigestReport, view: DigestView): DrawnReply {
  const { digestPosts } = reader.words;
  const numbers = createDigestNumbers(reader);
  const news = digestNews(reader, report, numbers);
  const failures = digestFailures(reader, report);
  const last = digestFoot(reader, report, view);
  const chartNumbers = view.chart ? chartSentences(reader, view.chart) : [];
  const drawnNote = view.chart ? drawnNotes(reader, view.chart) : [];
  const chartNote = view.chart ? chartNotes(reader, view.chart) : [];

  function drawRows(toBlock: Drawing['draw'], chart: readonly MessageBlock[], maxRows: number): Drawn {
    const table = layOutDigest(reader, report, maxRows, numbers);
    const [shown, all] = [table.cells.length, report.read];
    const caption = report.period.from === undefined ? digestPosts.captionFirst : digestPosts.caption;
    const below: readonly Sentence[] = [
      ...(shown < all ? [digestPosts.tableCut({ shown, all })] : []),
      ...(chart.length > 0 ? drawnNote : chartNumbers),
      ...chartNote,
      ...failures.lines,
    ];
    const blocks = [
      header(view.title),
      toRichText(news.lines),
      ...chart,
      ...(shown > 0 ? [toBlock(table, toPlain(caption({ accounts: all })))] : []),
      ...(below.length > 0 ? [toRichText(below)] : []),
      foot(last),
    ];
    return { blocks, left: all - shown };
  }

  const draw = ({ draw: toBlock, maxRows }: Drawing, chart: readonly MessageBlock[]) =>
    fitRows(maxRows, (most) => drawRows(toBlock, chart, most));
  const [richest, ...plainer] = DRAWINGS;
  const drawn = [
    ...(view.chart ? [draw(richest, [drawDigestChart(reader, view.chart)])] : []),
    draw(richest, []),
    // Without a table they would all be the same.
    ...(report.read > 0 ? plainer.map((drawing) => draw(drawing, [])) : []),
  ];
  const hasMore = drawn.some(({ left }) => left > 0);
  const buttons = view.run && report.rows.length > 0 ? [digestPostButtons(reader, report, view.run)] : [];

  function shorten(longest: number, isAlone: boolean): string {
    const elsewhere = isAlone ? 'nowhere' : !hasMore ? 'table' : view.run ? 'csv' : 'nowhere';
    const room = Math.floor(longest / 3);
    const top = fitting(news.textLines, news.lines, room - view.title.length);
    const around = [...chartNumbers, ...chartNote, last];
    const bottom = fitting(failures.textLines, failures.lines, room - joinedLength(around.map(toText)));
    return tellRows(
      reader,
      {
        head: [[{ bold: view.title }], ...top].map(toText),
        tellings: tellDigestRows(reader, report, numbers),
        tail: [...bottom, ...around].map(toText),
        elsewhere: (left) => elsewhereText(reader, left, elsewhere),
      },
      longest,
    );
  }

  return {
    text: shorten(LIMITS.text, false),
    renderings: drawn.map(({ blocks }) => [...blocks, ...buttons]),
    left: drawn.map(({ left }) => left),
    shorten,
  };
}

/** Lines that name every account, or where they have no room those that count the rest. */
function fitting(whole: readonly Sentence[], short: readonly Sentence[], room: number): readonly Sentence[] {
  return joinedLength(whole.map(toText)) <= room ? whole : short;
}

function header(title: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: clean(title, TITLE_LENGTH), emoji: false } };
}

/** Half of Slack's 150, since it may count UTF-16 units where `clean` counts code points. */
const TITLE_LENGTH = 75;
