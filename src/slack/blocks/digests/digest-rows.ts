import type { DigestReport } from '../../../digests/report/digest-report.ts';
import type { DigestRow } from '../../../digests/report/digest-row.ts';
import type { Reader } from '../../words/reader.ts';
import { type Sentence, toText } from '../kit/inline.ts';
import { named, withoutNames } from '../kit/named-account.ts';
import type { Telling } from '../kit/tell-rows.ts';
import { columnsOf, type DigestColumns } from './digest-columns.ts';
import type { DigestNumbers } from './digest-numbers.ts';

/** A way to write all rows in words, and what stands above them. */
interface RowWording {
  readonly title: readonly Sentence[];
  readonly row: (row: DigestRow) => Sentence;
}

/** The accounts that were read, in the order of the table: from whole words to as few characters as can be. */
export function tellDigestRows(
  reader: Reader,
  report: DigestReport,
  numbers: DigestNumbers,
): readonly (() => Telling)[] {
  return wordings(reader, report, numbers).map(({ title, row: write }) => () => ({
    title: title.map(toText),
    rows: report.ranked.map((row) => toText(write(row))),
  }));
}

function wordings(reader: Reader, report: DigestReport, numbers: DigestNumbers): readonly RowWording[] {
  const { rows } = reader.words.digestPosts;
  const columns = columnsOf(report);
  // Names give way before words do.
  const bare = withoutNames(reader);
  const changesOf = (row: DigestRow) => ({
    ...about(bare, row),
    sinceLast: numbers.change(row.sinceLast),
    sinceWeek: numbers.change(row.sinceWeek),
  });
  return [
    ...[reader, bare].map((one) => ({ title: [], row: (row: DigestRow) => inWords(one, row, columns, numbers) })),
    ...(columns.sinceWeek ? [{ title: [rows.shortTitle()], row: (row: DigestRow) => rows.short(changesOf(row)) }] : []),
    ...(columns.sinceLast
      ? [{ title: [rows.shorterTitle()], row: (row: DigestRow) => rows.shorter(changesOf(row)) }]
      : []),
    { title: [rows.shortestTitle()], row: (row) => rows.shortest(about(bare, row)) },
  ];
}

/** A change that isn't known isn't spoken of. */
function inWords(reader: Reader, row: DigestRow, columns: DigestColumns, { change }: DigestNumbers): Sentence {
  const { rows } = reader.words.digestPosts;
  const counts = about(reader, row);
  const [sinceLast, sinceWeek] = (['sinceLast', 'sinceWeek'] as const).map((name) =>
    columns[name] && row[name].kind === 'delta' ? change(row[name]) : undefined,
  );
  if (sinceLast !== undefined && sinceWeek !== undefined) return rows.sinceBoth({ ...counts, sinceLast, sinceWeek });
  if (sinceLast !== undefined) return rows.sinceLast({ ...counts, sinceLast });
  return sinceWeek === undefined ? rows.counts(counts) : rows.sinceWeek({ ...counts, sinceWeek });
}

function about(reader: Reader, { account, lookup }: DigestRow) {
  return { account: named(reader, account, 'code'), followers: lookup.kind === 'found' ? lookup.followers : 0 };
}
