import { type History, lastOf } from '../../../followstats/history/history.ts';
import { daysOf } from '../../../followstats/history/spans.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeDate, writeDateAndTime } from '../kit/instant.ts';
import { labelInstants } from '../kit/instant-labels.ts';

/** From this age on the last reading of an account is said to be old, milliseconds. */
export const OLD_MS = 24 * 3_600_000;

/** The instants of a history as labels of charts and tables: days on the reader's clocks, each different from the others. */
export function labelsOf(reader: Reader, { instants }: Pick<History, 'instants'>): readonly string[] {
  return labelInstants(reader, instants, 'day');
}

/** What is said of a span: in days, or of a year as that. */
interface SpanWords {
  readonly inDays: (days: number) => Sentence;
  readonly inYear: () => Sentence;
}

/** Says something of a history's span. */
export function ofSpan({ span }: Pick<History, 'span'>, { inDays, inYear }: SpanWords): Sentence {
  return span === '1y' ? inYear() : inDays(daysOf(span));
}

/** Two moments as dates; with their times where they are of one day. Unix milliseconds. */
export function writeBoth(reader: Reader, from: number, to: number, now: number) {
  const [begin, end] = [writeDate(reader, from, now), writeDate(reader, to, now)];
  if (begin !== end) return { from: begin, to: end };
  return { from: writeDateAndTime(reader, from, now), to: writeDateAndTime(reader, to, now) };
}

/** When anything of a history was read last, Unix milliseconds. */
export function newestOf({ accounts }: Pick<History, 'accounts'>): number {
  return Math.max(...accounts.map((one) => lastOf(one).readAt));
}
