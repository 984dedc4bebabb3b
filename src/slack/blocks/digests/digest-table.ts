import type { Change, DigestRow } from '../../../digests/report/digest-report.ts';
import { PENDING_READER } from '../../words/pending-reader.ts';
import { clean } from '../kit/inline.ts';
import { type Cell, fitTable, MISSING, rawNumber, rawText, type Table } from '../kit/table.ts';
import { rowState } from '../reports/report-sentences.ts';
import type { DigestWords } from './digest-changes.ts';

const NUMBERS = ['Followers', 'Since last post', 'In seven days', 'Following', 'Mutual'] as const;

/** Lays out the first rows of a digest, as many as Slack takes. The last column appears only when a row has failed. */
export function layOutDigest(rows: readonly DigestRow[], maxRows: number, words: DigestWords): Table {
  const hasFailure = rows.some(({ lookup }) => lookup.kind === 'failed');
  const header = ['UserID', ...NUMBERS, ...(hasFailure ? ['Status'] : [])];
  const layOut = (row: DigestRow) => [
    ...layOutNumbers(row, words),
    ...(hasFailure ? [rawText(rowState(PENDING_READER, row))] : []),
  ];
  return fitTable(rows, layOut, { header, numbers: NUMBERS.length, maxRows });
}

function layOutNumbers(row: DigestRow, words: DigestWords): readonly Cell[] {
  const { account, lookup, sinceLast, sinceWeek } = row;
  const name = rawText(clean(account));
  if (lookup.kind === 'failed') return [name, ...NUMBERS.map(() => rawText(MISSING))];
  const { followers, following, mutual } = lookup;
  return [
    name,
    rawNumber(followers, words.number(followers)),
    layOutChange(sinceLast, words),
    layOutChange(sinceWeek, words),
    rawNumber(following, words.count(row, 'following')),
    rawNumber(mutual, words.count(row, 'mutual')),
  ];
}

/** Sorted by how many, where every row has a number. */
function layOutChange(change: Change, words: DigestWords): Cell {
  const text = words.change(change);
  return change.kind === 'delta' ? rawNumber(change.followers.by, text) : rawText(text);
}
