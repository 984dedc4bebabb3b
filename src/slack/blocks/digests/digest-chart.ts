import type { DigestChart } from '../../../digests/report/digest-chart.ts';
import { type ChartBlock, toChart } from '../kit/chart.ts';
import type { Sentence } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import type { DigestWords } from './digest-changes.ts';

interface ChartView {
  /** BCP 47. */
  readonly locale: string;
  /** The digest's: a chart's labels can't be told in each reader's own. */
  readonly zone: string;
}

/** The chart as Slack draws it: lines over the posts, or bars side by side for a single one. */
export function drawDigestChart({ postedAt, series }: DigestChart, view: ChartView): ChartBlock {
  if (postedAt.length === 1) {
    return toChart({
      kind: 'bar',
      title: 'Followers now',
      categories: series.map(({ account }) => account),
      series: [{ name: 'Followers', values: series.flatMap(({ followers }) => followers) }],
      xLabel: 'Account',
      yLabel: 'Followers',
    });
  }
  return toChart({
    kind: 'line',
    title: `Followers at the last ${postedAt.length} posts`,
    categories: timeLabels(postedAt, view),
    series: series.map(({ account, followers }) => ({ name: account, values: followers })),
    xLabel: view.zone,
    yLabel: 'Followers',
  });
}

/** From short to exact. */
const LABELS: readonly Intl.DateTimeFormatOptions[] = [
  { day: 'numeric', month: 'short' },
  { day: 'numeric', month: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  { day: 'numeric', month: 'numeric', year: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
];

/** The first form in which the labels fit and differ; `toChart` numbers what is alike even so. */
function timeLabels(times: readonly number[], { locale, zone }: ChartView): readonly string[] {
  const forms = LABELS.map((options) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    return times.map((time) => format.format(time));
  });
  const isFine = (labels: readonly string[]) =>
    new Set(labels).size === labels.length && labels.every(({ length }) => length <= LIMITS.chartLabel);
  return forms.find(isFine) ?? forms[0] ?? [];
}

/** The lines' numbers in words, where there is no chart: `alice: 100, 104, 110`. A bar's stand in its row. */
export function chartSentences({ postedAt, series }: DigestChart, words: DigestWords): readonly Sentence[] {
  if (postedAt.length === 1) return [];
  return [
    [`Followers at the last ${postedAt.length} posts, the oldest first:`],
    ...series.map(
      ({ account, followers }): Sentence => [{ code: account }, `: ${followers.map(words.number).join('; ')}`],
    ),
  ];
}
