import type { DigestRow } from '../../../digests/report/digest-report.ts';
import { PENDING_READER } from '../../words/pending-reader.ts';
import { describeFailure } from '../kit/failure-text.ts';
import type { Sentence } from '../kit/inline.ts';
import { shortRowSentence } from '../reports/report-sentences.ts';
import type { DigestWords } from './digest-changes.ts';

/** A way to tell all rows in words, and what stands above them. */
export interface RowTelling {
  readonly title: readonly Sentence[];
  readonly tell: (row: DigestRow, words: DigestWords) => Sentence;
}

/** From whole words to as few characters as can be: the first whose rows all fit into a text is taken. */
export const ROW_TELLINGS: readonly RowTelling[] = [
  { title: [], tell: tellInWords },
  {
    title: [['Each account with its followers / since the last post / in seven days / following / mutual:']],
    tell: tellNumbers,
  },
  { title: [['Each account with its followers / since the last post:']], tell: tellFollowers },
];

function tellInWords(row: DigestRow, words: DigestWords): Sentence {
  const { account, lookup, sinceLast, sinceWeek } = row;
  if (lookup.kind === 'failed')
    return [{ code: account }, `: –, ${describeFailure(PENDING_READER, lookup.failure).what}`];
  const parts = [
    `${words.number(lookup.followers)} followers`,
    `since the last post ${words.change(sinceLast)}`,
    `in seven days ${words.change(sinceWeek)}`,
    `${words.count(row, 'following')} following`,
    `${words.count(row, 'mutual')} mutual`,
  ];
  return [{ code: account }, `: ${parts.join(', ')}`];
}

function tellNumbers(row: DigestRow, words: DigestWords): Sentence {
  const { account, lookup, sinceLast, sinceWeek } = row;
  if (lookup.kind === 'failed') return shortRowSentence(PENDING_READER, row, undefined);
  const changes = [sinceLast, sinceWeek].map(words.change);
  const counts = [words.count(row, 'following'), words.count(row, 'mutual')];
  return [{ code: account }, `: ${[words.number(lookup.followers), ...changes, ...counts].join(' / ')}`];
}

function tellFollowers(row: DigestRow, words: DigestWords): Sentence {
  const { account, lookup, sinceLast } = row;
  if (lookup.kind === 'failed') return shortRowSentence(PENDING_READER, row, undefined);
  return [{ code: account }, `: ${words.number(lookup.followers)} / ${words.change(sinceLast)}`];
}
