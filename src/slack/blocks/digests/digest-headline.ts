import type { DigestReport } from '../../../digests/report/digest-report.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeSince } from '../kit/instant.ts';

/** A sentence as blocks show it, and as it reads where no mark can be seen. */
export interface NewsLine {
  readonly line: Sentence;
  readonly textLine: Sentence;
}

/** Where there is nothing to see but words, one sentence is both. */
export const inWords = (line: Sentence): NewsLine => ({ line, textLine: line });

/** What became of all followers since the last post, in one sentence. */
export function digestHeadline(reader: Reader, { rows, read, period, total, movers }: DigestReport): NewsLine {
  const { headline, headlineInWords } = reader.words.digestPosts;
  const { followers, sinceLast, compared } = total;
  if (read === 0) return inWords(headline.nothing({ accounts: rows.length }));
  if (period.from === undefined) return inWords(headline.first({ followers }));
  if (!sinceLast) return inWords(headline.incomparable({ followers }));

  const by = Math.abs(sinceLast.by);
  const facts = { by, followers, since: writeSince(reader, period.from, period.to), over: compared };
  const isPartial = compared < read;
  if (by === 0) {
    const kind = movers.length > 0 ? 'even' : 'same';
    return inWords(headline[isPartial ? (`${kind}Over` as const) : kind](facts));
  }
  const direction = sinceLast.by > 0 ? 'up' : 'down';
  const kind = isPartial ? (`${direction}Over` as const) : direction;
  return { line: headline[kind](facts), textLine: headlineInWords[kind](facts) };
}
