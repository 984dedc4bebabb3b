import { type History, lastOf } from '../../../followstats/history/history.ts';
import { type Joining, MOST_JOINED } from '../../../followstats/history/joining-curve.ts';
import type { Reader } from '../../words/reader.ts';
import { type ChartBlock, toChart } from '../kit/chart.ts';
import { type Sentence, toPlain } from '../kit/inline.ts';
import { writeDateAndTime } from '../kit/instant.ts';
import { labelInstants } from '../kit/instant-labels.ts';

type Curve = Extract<Joining, { kind: 'curve' }>;

/** The chart of the time before an account was first read, apart from that of its counts: they count different things. */
export function drawJoining(reader: Reader, { joining }: Pick<History, 'joining'>): ChartBlock | undefined {
  if (joining?.kind !== 'curve') return undefined;
  const { chart, joining: words } = reader.words.history;
  return toChart({
    kind: 'line',
    title: toPlain(words.title()),
    categories: labelsOfCurve(reader, joining),
    series: [{ name: toPlain(words.series()), values: joining.followers }],
    xLabel: toPlain(chart.day()),
    yLabel: toPlain(chart.followers()),
  });
}

/** What the curve is, or why there is none; with its numbers where no chart shows them. */
export function joiningNotes(
  reader: Reader,
  history: History,
  { hasChart }: { readonly hasChart: boolean },
): readonly Sentence[] {
  const { joining, accounts, at: now } = history;
  const [one] = accounts;
  if (!joining || !one) return [];
  const { what, pending, failed, tooMany, numbers } = reader.words.history.joining;
  const account = { bold: one.account };
  switch (joining.kind) {
    case 'pending':
      return [pending()];
    case 'failed':
      return [failed()];
    case 'too-many':
      return [tooMany({ account, most: MOST_JOINED, followers: lastOf(one).followers })];
    case 'curve': {
      const said = what({ account, at: writeDateAndTime(reader, joining.readAt, now) });
      const between = toPlain(reader.words.history.text.between());
      const row = numbers({
        times: labelsOfCurve(reader, joining).join(between),
        followers: joining.followers.map(reader.number).join(between),
      });
      return hasChart ? [said] : [said, row];
    }
  }
}

function labelsOfCurve(reader: Reader, { instants }: Curve): readonly string[] {
  return labelInstants(reader, instants, 'day');
}
