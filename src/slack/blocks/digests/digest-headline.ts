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

/** What became of all followers since the last post, and how many there are: in all, or in the accounts that could be read. */
export function digestHeadline(reader: Reader, report: DigestReport): NewsLine {
  const { headline, total: totals, dot } = reader.words.digestPosts;
  const { rows, read, period, total } = report;
  const { followers, sinceLast } = total;
  if (read === 0) return inWords(headline.nothing({ accounts: rows.length }));
  const isAll = read === rows.length;
  if (period.from === undefined) {
    return inWords(isAll ? headline.first({ followers }) : headline.firstRead({ followers, read }));
  }
  if (!sinceLast) {
    return inWords(isAll ? headline.incomparable({ followers }) : headline.incomparableRead({ followers, read }));
  }

  const { line, textLine } = changeOf(reader, report, sinceLast.by, period.from);
  const sum = isAll ? totals.all({ followers }) : totals.read({ followers, read });
  return { line: [...line, ...dot(), ...sum], textLine: [...textLine, ...dot(), ...sum] };
}

/** Of how many accounts it is the change is said where the sums of both posts are of more. */
function changeOf(reader: Reader, { period, total, movers }: DigestReport, by: number, from: number): NewsLine {
  const { headline, headlineInWords } = reader.words.digestPosts;
  const facts = { by: Math.abs(by), since: writeSince(reader, from, period.to), over: total.compared };
  if (by === 0) {
    const kind = movers.length > 0 ? 'even' : 'same';
    return inWords(headline[total.isWhole ? kind : (`${kind}Over` as const)](facts));
  }
  const direction = by > 0 ? 'up' : 'down';
  const kind = total.isWhole ? direction : (`${direction}Over` as const);
  return { line: headline[kind](facts), textLine: headlineInWords[kind](facts) };
}
