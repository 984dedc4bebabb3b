import type { DigestChart } from '../../../digests/report/digest-chart.ts';
import type { DigestReport } from '../../../digests/report/digest-report.ts';
import type { DigestSpec } from '../../../digests/types.ts';
import { type Sentence, toRichText, toText } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import type { Reply } from '../kit/reply.ts';
import { digestReply } from './digest.ts';

interface Preview {
  readonly report: DigestReport;
  readonly chart: DigestChart | undefined;
  /** Unix milliseconds. */
  readonly slot: number;
  /** The reader's, BCP 47. */
  readonly locale: string;
}

/** What a digest would post now, below a line that says that it is only shown. */
export function previewReply(spec: DigestSpec, { report, chart, slot, locale }: Preview): Reply {
  const { title, schedule, channelId } = spec;
  const post = digestReply(report, {
    title,
    schedule,
    slot,
    isLate: false,
    missedBefore: 0,
    locale,
    chart,
    csv: undefined,
  });
  const isKept = spec.onlyIfChanged && !report.changed;
  const note: Sentence = [
    { bold: 'Preview' },
    ', for you alone: what would be posted now to ',
    channelId.startsWith('D') ? 'direct messages' : { channelId },
    isKept ? '. Since nothing has changed, it would not be posted.' : '.',
  ];
  const shorten = (longest: number, isAlone: boolean) => {
    const text = toText(note);
    const room = longest - text.length - 1;
    return `${text}\n${post.shorten ? post.shorten(room, isAlone) : post.text}`;
  };
  return {
    text: shorten(LIMITS.text, false),
    renderings: post.renderings.map((blocks) => [toRichText([note]), ...blocks]),
    shorten,
  };
}
