import type { Change, DigestRow } from '../../../digests/report/digest-report.ts';
import type { Reader } from '../../words/reader.ts';
import { clean, toPlain } from '../kit/inline.ts';
import { type Cell, fitTable, MISSING, rawNumber, rawText, type Table } from '../kit/table.ts';
import { rowState } from '../reports/report-sentences.ts';
import type { DigestNumbers } from './digest-numbers.ts';

const NUMBERS = ['followers', 'sinceLast', 'sinceWeek', 'following', 'mutual'] as const;

/** Lays out the first rows of a digest, as many as Slack takes. The last column appears only when a row has failed. */
export function layOutDigest(
  reader: Reader,
  rows: readonly DigestRow[],
  maxRows: number,
  numbers: DigestNumbers,
): Table {
  const { columns } = reader.words.digestPosts;
  const hasFailure = rows.some(({ lookup }) => lookup.kind === 'failed');
  const names = ['account', ...NUMBERS, ...(hasFailure ? (['status'] as const) : [])] as const;
  const layOut = (row: DigestRow) => [
    ...layOutNumbers(reader, row, numbers),
    ...(hasFailure ? [rawText(rowState(reader, row))] : []),
  ];
  return fitTable(rows, layOut, {
    header: names.map((name) => toPlain(columns[name]())),
    numbers: NUMBERS.length,
    maxRows,
  });
}

function layOutNumbers({ number }: Reader, row: DigestRow, { change, count }: DigestNumbers): readonly Cell[] {
  const { account, lookup, sinceLast, sinceWeek } = row;
  const name = rawText(clean(account));
  if (lookup.kind === 'failed') return [name, ...NUMBERS.map(() => rawText(MISSING))];
  const { followers, following, mutual } = lookup;
  return [
    name,
    rawNumber(followers, number(followers)),
    layOutChange(sinceLast, change(sinceLast)),
    layOutChange(sinceWeek, change(sinceWeek)),
    rawNumber(following, count(row, 'following')),
    rawNumber(mutual, count(row, 'mutual')),
  ];
}

/** Sorted by the followers gained, where every row has a number. */
function layOutChange(change: Change, text: string): Cell {
  return change.kind === 'delta' ? rawNumber(change.followers.by, text) : rawText(text);
}
