import type { DigestChart } from '../../../digests/report/digest-chart.ts';
import type { Reader } from '../../words/reader.ts';
import { accountNames } from '../kit/account-names.ts';
import { type ChartBlock, toChart } from '../kit/chart.ts';
import { type Sentence, toPlain } from '../kit/inline.ts';
import { labelInstants } from '../kit/instant-labels.ts';
import { chartName, named } from '../kit/named-account.ts';

/**
 * The chart as Slack draws it: lines over time, or bars side by side for a single instant.
 * @param reader in the digest's zone: a chart's labels can't be shown in each reader's own
 */
export function drawDigestChart(reader: Reader, chart: DigestChart): ChartBlock {
  const { unit, instants, series } = chart;
  const words = reader.words.digestPosts.chart;
  const followersLabel = toPlain(words.followers());
  if (instants.length === 1) {
    return toChart({
      kind: 'bar',
      title: titleOf(reader, chart),
      categories: series.map(({ account }) => chartName(reader, account)),
      series: [{ name: followersLabel, values: series.flatMap(({ followers }) => followers) }],
      xLabel: toPlain(words.account()),
      yLabel: followersLabel,
    });
  }
  return toChart({
    kind: 'line',
    title: titleOf(reader, chart),
    categories: writeInstants(reader, chart),
    series: series.map(({ account, followers }) => ({ name: chartName(reader, account), values: followers })),
    xLabel: toPlain(words[unit === 'day' ? 'day' : 'time']()),
    yLabel: followersLabel,
  });
}

function titleOf({ words }: Reader, { instants, series, all, tooNew }: DigestChart): string {
  const { now, past, top, some } = words.digestPosts.chart;
  const shown = series.length;
  if (shown === all) return toPlain(instants.length === 1 ? now() : past());
  return toPlain((tooNew.length > 0 ? some : top)({ shown, all }));
}

const writeInstants = (reader: Reader, { unit, instants }: DigestChart) => labelInstants(reader, instants, unit);

/** The lines' numbers in words: `alice: 100; 104; 110`; of the instants at which there was a post. A bar's stand in its row. */
export function chartSentences(reader: Reader, chart: DigestChart): readonly Sentence[] {
  const { unit, instants, unposted, series } = chart;
  if (instants.length === 1) return [];
  const words = reader.words.digestPosts.chart;
  const between = toPlain(words.between());
  const header = unit === 'day' ? words.inWords : words.inWordsByTime;
  const ofPosts = <One>(all: readonly One[]) => all.filter((_, place) => !unposted.has(place));
  const write = (count: number, isOld: boolean) => (isOld ? toPlain(words.lastKnown({ count })) : reader.number(count));
  return [
    header({ instants: ofPosts(writeInstants(reader, chart)).join(between) }),
    ...series.map(({ account, followers, unread }) =>
      words.series({
        account: named(reader, account, 'code'),
        followers: ofPosts(followers.map((count, place) => write(count, unread.has(place)))).join(between),
      }),
    ),
  ];
}

/** Which points of the drawn lines aren't what was read at their instants: a chart of Slack's has no gaps. */
export function drawnNotes(reader: Reader, chart: DigestChart): readonly Sentence[] {
  const { unposted, series } = chart;
  const words = reader.words.digestPosts.chart;
  const labels = writeInstants(reader, chart);
  const between = toPlain(words.between());
  const filled = series.filter(({ unread }) => unread.size > 0);
  const whenUnread = Map.groupBy(filled, ({ unread }) => [...unread].map((place) => labels[place]).join(between));
  return [
    ...[...whenUnread].map(([instants, lines]) =>
      words.filled({
        accounts: accountNames(
          reader,
          lines.map(({ account }) => account),
        ),
        instants,
      }),
    ),
    ...(unposted.size > 0 ? [words.unposted()] : []),
  ];
}

/** Why accounts are missing in a chart that should be there by their followers. */
export function chartNotes(reader: Reader, { tooNew }: DigestChart): readonly Sentence[] {
  if (tooNew.length === 0) return [];
  return [reader.words.digestPosts.chart.tooNew({ accounts: accountNames(reader, tooNew) })];
}
