import type { DigestChart } from '../../../digests/report/digest-chart.ts';
import type { Reader } from '../../words/reader.ts';
import { type ChartBlock, toChart } from '../kit/chart.ts';
import { type Sentence, toPlain } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';

/**
 * The chart as Slack draws it: lines over the posts, or bars side by side for a single one.
 * @param zone the digest's, IANA: a chart's labels can't be shown in each reader's own
 */
export function drawDigestChart(reader: Reader, { postedAt, series }: DigestChart, zone: string): ChartBlock {
  const { chart } = reader.words.digestPosts;
  const followersLabel = toPlain(chart.followers());
  if (postedAt.length === 1) {
    return toChart({
      kind: 'bar',
      title: toPlain(chart.now()),
      categories: series.map(({ account }) => account),
      series: [{ name: followersLabel, values: series.flatMap(({ followers }) => followers) }],
      xLabel: toPlain(chart.account()),
      yLabel: followersLabel,
    });
  }
  return toChart({
    kind: 'line',
    title: toPlain(chart.past({ posts: postedAt.length })),
    categories: timeLabels(reader, postedAt, zone),
    series: series.map(({ account, followers }) => ({ name: account, values: followers })),
    xLabel: zone,
    yLabel: followersLabel,
  });
}

/** From short to exact. */
const LABELS: readonly Intl.DateTimeFormatOptions[] = [
  { day: 'numeric', month: 'short' },
  { day: 'numeric', month: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  { day: 'numeric', month: 'numeric', year: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
];

/** The first form in which the labels fit and differ; `toChart` numbers what is alike even so. */
function timeLabels({ locale }: Reader, times: readonly number[], zone: string): readonly string[] {
  const forms = LABELS.map((options) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    return times.map((time) => format.format(time));
  });
  const isFine = (labels: readonly string[]) =>
    new Set(labels).size === labels.length && labels.every(({ length }) => length <= LIMITS.chartLabel);
  return forms.find(isFine) ?? forms[0] ?? [];
}

/** The lines' numbers in words, where there is no chart: `alice: 100; 104; 110`. A bar's stand in its row. */
export function chartSentences({ words, number }: Reader, { postedAt, series }: DigestChart): readonly Sentence[] {
  if (postedAt.length === 1) return [];
  const { chart } = words.digestPosts;
  return [
    chart.oldestFirst({ posts: postedAt.length }),
    ...series.map(({ account, followers }) =>
      chart.series({ account: { code: account }, followers: followers.map(number).join('; ') }),
    ),
  ];
}
