import type { DigestRow } from '../../../digests/report/digest-report.ts';
import type { Reader } from '../../words/reader.ts';
import { describeFailure } from '../kit/failure-text.ts';
import type { Sentence } from '../kit/inline.ts';
import { shortRowSentence } from '../reports/report-sentences.ts';
import type { DigestNumbers } from './digest-numbers.ts';

/** A way to write all rows in words, and what stands above them. */
export interface RowWording {
  readonly title: (reader: Reader) => readonly Sentence[];
  readonly row: (reader: Reader, row: DigestRow, numbers: DigestNumbers) => Sentence;
}

/** From whole words to as few characters as can be: the first whose rows all fit into a text is taken. */
export const ROW_WORDINGS: readonly RowWording[] = [
  { title: () => [], row: allInWords },
  { title: ({ words }) => [words.digestPosts.rows.numbersTitle()], row: allNumbers },
  { title: ({ words }) => [words.digestPosts.rows.followersTitle()], row: followersOnly },
];

function allInWords(reader: Reader, row: DigestRow, numbers: DigestNumbers): Sentence {
  const { lookup } = row;
  const account = { code: row.account };
  const { rows } = reader.words.digestPosts;
  if (lookup.kind === 'failed') return rows.failed({ account, what: describeFailure(reader, lookup.failure).what });
  return rows.counts({ account, followers: reader.number(lookup.followers), ...changesAndCounts(row, numbers) });
}

function allNumbers(reader: Reader, row: DigestRow, numbers: DigestNumbers): Sentence {
  const { account, lookup } = row;
  if (lookup.kind === 'failed') return shortRowSentence(reader, row, undefined);
  return reader.words.digestPosts.rows.numbers({
    account: { code: account },
    followers: reader.number(lookup.followers),
    ...changesAndCounts(row, numbers),
  });
}

function followersOnly(reader: Reader, row: DigestRow, numbers: DigestNumbers): Sentence {
  const { account, lookup, sinceLast } = row;
  if (lookup.kind === 'failed') return shortRowSentence(reader, row, undefined);
  return reader.words.digestPosts.rows.followers({
    account: { code: account },
    followers: reader.number(lookup.followers),
    sinceLast: numbers.change(sinceLast),
  });
}

function changesAndCounts(row: DigestRow, { change, count }: DigestNumbers) {
  return {
    sinceLast: change(row.sinceLast),
    sinceWeek: change(row.sinceWeek),
    following: count(row, 'following'),
    mutual: count(row, 'mutual'),
  };
}
