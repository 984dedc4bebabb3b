import type { History } from '../../../followstats/history/history.ts';
import type { HistoryChart } from '../../../followstats/history/history-chart.ts';
import type { Reader } from '../../words/reader.ts';
import { accountNames } from '../kit/account-names.ts';
import { type ChartBlock, toChart } from '../kit/chart.ts';
import { type Sentence, toPlain } from '../kit/inline.ts';
import { chartName } from '../kit/named-account.ts';
import { labelsOf } from './history-times.ts';

/** The chart as Slack draws it: a line an account. */
export function drawHistoryChart(
  reader: Reader,
  history: History,
  { places, series, tooFew }: HistoryChart,
): ChartBlock {
  const words = reader.words.history.chart;
  const labels = labelsOf(reader, history);
  const count = { shown: series.length, all: history.accounts.length };
  const title = count.shown === count.all ? words.all() : (tooFew.length > 0 ? words.some : words.top)(count);
  return toChart({
    kind: 'line',
    title: toPlain(title),
    categories: places.map((place) => labels[place] ?? ''),
    series: series.map(({ account, followers }) => ({ name: chartName(reader, account), values: followers })),
    xLabel: toPlain(words.day()),
    yLabel: toPlain(words.followers()),
  });
}

/** What a chart doesn't show of what stands beside it. */
export function chartNotes(reader: Reader, { instants }: History, chart: HistoryChart): readonly Sentence[] {
  const { leftOut, leftOutSeveral, tooFew } = reader.words.history.chart;
  const { places, series } = chart;
  return [
    ...(places.length < instants.length ? [(series.length === 1 ? leftOut : leftOutSeveral)()] : []),
    ...(chart.tooFew.length > 0 ? [tooFew({ accounts: accountNames(reader, chart.tooFew) })] : []),
  ];
}
