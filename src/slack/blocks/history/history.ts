import type { History } from '../../../followstats/history/history.ts';
import { createHistoryChart, type HistoryChart } from '../../../followstats/history/history-chart.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders, AnswerView } from '../kit/answer-renders.ts';
import { charactersIn } from '../kit/characters.ts';
import { joinedLength } from '../kit/cut-text.ts';
import { type DrawnReply, drawNamed } from '../kit/draw-named.ts';
import { type Drawn, fitRows } from '../kit/fit-rows.ts';
import { foot } from '../kit/foot.ts';
import { type Sentence, toPlain, toRichText, toText } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { LIMITS } from '../kit/limits.ts';
import type { MessageBlock, Reply } from '../kit/reply.ts';
import { DRAWINGS, type Drawing } from '../kit/table.ts';
import { whoControls } from '../reports/who-controls.ts';
import { whoSentences } from '../reports/who-sentences.ts';
import { historyButtons, spanButtons } from './history-buttons.ts';
import { chartNotes, drawHistoryChart } from './history-chart.ts';
import { historyFoot } from './history-foot.ts';
import { headlineOf } from './history-headline.ts';
import { drawJoining, joiningNotes } from './history-joining.ts';
import { historyNotes } from './history-notes.ts';
import { COLUMNS, captionOf, hasRowsOfAccounts, layOutHistory, spreadPlaces } from './history-table.ts';
import { historyText } from './history-text.ts';
import { unkeptSentences } from './history-unkept.ts';
import { unkeptButtons } from './unkept-buttons.ts';

/** The answer of a history. */
export const HISTORY_ANSWERS: AnswerRenders<{ readonly kind: 'history'; readonly history: History }> = {
  history: (reader, { history }, view) => historyReply(reader, history, view),
};

const FEWEST_COLUMNS = 2;

/** The charts of one rendering. */
interface Charts {
  readonly chart?: HistoryChart | undefined;
  readonly joining?: ReturnType<typeof drawJoining>;
}

/**
 * A history: how the followers changed, a chart, all numbers as a table (in three forms), what is missing, what can be done, and a
 * small line that says from when the numbers are.
 */
function historyReply(reader: Reader, history: History, view: AnswerView): Reply {
  return drawNamed(reader, (one) => drawHistory(one, history, view));
}

function drawHistory(
  reader: Reader,
  history: History,
  { buttonValue, sharedBy, who: asked, mayShare = true }: AnswerView,
): DrawnReply {
  const { accounts, instants, who } = history;
  const isShared = sharedBy !== undefined;
  const chart = createHistoryChart(history);
  const head = headlineOf(reader, history);
  const hasCsv = buttonValue !== undefined && !isShared && accounts.length > 0;
  const notesWith = (isWhole: boolean, hasChart = false): readonly Sentence[] => [
    ...historyNotes(reader, history, chart),
    ...joiningNotes(reader, history, { hasChart }),
    ...unkeptSentences(reader, history, { isShared, isWhole }),
    // A mention would notify people, even whole groups.
    ...(isShared ? [] : whoSentences(reader, who)),
  ];
  const notes = notesWith(false);
  const joiningChart = drawJoining(reader, history);
  const end = historyFoot(reader, history, sharedBy);
  const controls = isShared
    ? []
    : [...spanButtons(reader, history, asked), ...unkeptButtons(reader, history, asked), ...whoControls(reader, who)];
  const below: readonly MessageBlock[] = [
    ...(controls.length > 0 ? [{ type: 'actions' as const, elements: [...controls] }] : []),
    ...(hasCsv ? [historyButtons(reader, { value: buttonValue, mayShare })] : []),
    ...end.map(foot),
  ];

  function around(
    middle: readonly MessageBlock[],
    more: readonly Sentence[],
    hasCharts = false,
  ): readonly MessageBlock[] {
    const lines = [...more, ...notesWith(false, hasCharts)];
    return [
      ...(head.length > 0 ? [toRichText(head)] : []),
      ...middle,
      ...(lines.length > 0 ? [toRichText(lines)] : []),
      ...below,
    ];
  }

  function drawRows(
    { draw }: Drawing,
    { chart: drawn, joining }: Charts,
    places: readonly number[],
    maxRows: number,
  ): Drawn {
    const table = layOutHistory(reader, history, { maxRows, places });
    const left = (hasRowsOfAccounts(history) ? accounts.length : instants.length) - table.cells.length;
    const rows = table.cells.length > 0 ? [draw(table, toPlain(captionOf(reader, history)))] : [];
    const lines = [...cutNotes(places, left), ...(drawn ? chartNotes(reader, history, drawn) : [])];
    const charts = [...(drawn ? [drawHistoryChart(reader, history, drawn)] : []), ...(joining ? [joining] : [])];
    return { blocks: around([...charts, ...rows], lines, joining !== undefined), left };
  }

  function cutNotes(places: readonly number[], left: number): readonly Sentence[] {
    const { history: words, reports } = reader.words;
    if (!hasRowsOfAccounts(history)) return [];
    return [
      ...(left > 0 ? [reports.cut({ shown: accounts.length - left, all: accounts.length })] : []),
      ...(places.length < instants.length
        ? [
            joinSentences(
              reader,
              words.table.fewerTimes({ shown: places.length, all: instants.length }),
              hasCsv ? words.table.allInCsv() : undefined,
            ),
          ]
        : []),
    ];
  }

  /** With as many columns as leave room for every row; where not even the fewest do, with as many rows as there is room for. */
  function draw(drawing: Drawing, charts: Charts): Drawn {
    const drawWith = (most: number, rows: number) =>
      drawRows(drawing, charts, spreadPlaces(instants.length, most), rows);
    const isWhole = ({ blocks, left }: Drawn) => left === 0 && charactersIn(blocks) <= LIMITS.messageCharacters;
    for (const most of hasRowsOfAccounts(history) ? COLUMNS : []) {
      const whole = drawWith(most, drawing.maxRows);
      if (isWhole(whole)) return whole;
    }
    return fitRows(drawing.maxRows, (rows) => drawWith(FEWEST_COLUMNS, rows));
  }

  const [richest] = DRAWINGS;
  const drawn =
    accounts.length === 0
      ? [{ blocks: around([], []), left: 0 }]
      : [
          ...(chart || joiningChart ? [draw(richest, { chart, joining: joiningChart })] : []),
          ...DRAWINGS.map((drawing) => draw(drawing, {})),
        ];
  const isAllInTable = drawn.every(({ left }) => left === 0);

  function shorten(longest: number, isAlone: boolean): string {
    const elsewhere = isAlone ? 'nowhere' : isAllInTable ? 'table' : hasCsv ? 'csv' : 'nowhere';
    const whole = notesWith(true);
    const isFine = joinedLength(whole.map(toText)) <= longest / 2;
    return historyText(reader, history, { head, tail: [...(isFine ? whole : notes), ...end], elsewhere }, longest);
  }

  return {
    text: shorten(LIMITS.text, false),
    renderings: drawn.map(({ blocks }) => blocks),
    left: drawn.map(({ left }) => left),
    shorten,
  };
}
