import type { Posting } from '../../../digests/delivery/what-to-post.ts';
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
  /** What would come of it now: it is shown in any case. */
  readonly posting: Posting['kind'];
  /** Reads as the digest does: its language and its zone. */
  readonly postReader: Reader;
}

/** What stands above it. */
const LINES = { report: 'line', 'sign-of-life': 'lineSignOfLife', nothing: 'lineUnchanged' } as const;

/** What a digest would post now, below a line in the words of the person who sees it that says that it is only shown. */
export function previewReply(reader: Reader, spec: DigestSpec, preview: Preview): Reply {
  const { report, chart, slot, posting, postReader } = preview;
  const { title, schedule } = spec;
  const post = digestReply(postReader, report, {
    ...{ title, schedule, slot, chart },
    isLate: false,
    missedBefore: 0,
    run: undefined,
  });
  const note = reader.words.digestPreview[LINES[posting]]({ place: placeOf(reader, spec) });
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
