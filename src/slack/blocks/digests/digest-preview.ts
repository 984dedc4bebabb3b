import type { DigestChart } from '../../../digests/report/digest-chart.ts';
import type { DigestReport } from '../../../digests/report/digest-report.ts';
import type { DigestSpec } from '../../../digests/types.ts';
import type { Reader } from '../../words/reader.ts';
import { toRichText, toText } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import type { Reply } from '../kit/reply.ts';
import { placeOf } from './digest-name.ts';
import { digestReply } from './digest-post.ts';

interface Preview {
  readonly report: DigestReport;
  readonly chart: DigestChart | undefined;
  /** Unix milliseconds. */
  readonly slot: number;
  /** Reads as the digest does: its language and its zone. */
  readonly postReader: Reader;
}

/** What a digest would post now, below a line in the words of the person who sees it that says that it is only shown. */
export function previewReply(reader: Reader, spec: DigestSpec, { report, chart, slot, postReader }: Preview): Reply {
  const { title, schedule, onlyIfChanged } = spec;
  const post = digestReply(postReader, report, {
    ...{ title, schedule, slot, chart },
    isLate: false,
    missedBefore: 0,
    csv: undefined,
  });
  const { line, lineUnchanged } = reader.words.digestPreview;
  const note = (onlyIfChanged && !report.changed ? lineUnchanged : line)({ place: placeOf(reader, spec) });
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
