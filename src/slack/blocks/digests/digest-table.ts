import type { DigestReport } from '../../../digests/report/digest-report.ts';
import type { Change, DigestRow } from '../../../digests/report/digest-row.ts';
import type { Reader } from '../../words/reader.ts';
import { toPlain } from '../kit/inline.ts';
import { namedText } from '../kit/named-account.ts';
import { type Cell, fitTable, noNumber, rawNumber, rawText, type Table } from '../kit/table.ts';
import { columnsOf } from './digest-columns.ts';
import type { DigestNumbers } from './digest-numbers.ts';

/** Lays out the accounts that were read, as many as Slack takes: followers, since the last post, in the last week. */
export function layOutDigest(reader: Reader, report: DigestReport, maxRows: number, numbers: DigestNumbers): Table {
  const { columns } = reader.words.digestPosts;
  const shown = columnsOf(report);
  const changes = (['sinceLast', 'sinceWeek'] as const).filter((name) => shown[name]);

  const layOut = (row: DigestRow): readonly Cell[] => [
    rawText(namedText(reader, row.account)),
    row.lookup.kind === 'found' ? rawNumber(row.lookup.followers, reader.number(row.lookup.followers)) : noNumber(),
    ...changes.map((name) => layOutChange(row[name], numbers)),
  ];
  return fitTable(report.ranked, layOut, {
    header: (['account', 'followers', ...changes] as const).map((name) => toPlain(columns[name]())),
    numbers: 1 + changes.length,
    maxRows,
  });
}

/** Sorted by the followers gained. */
function layOutChange(change: Change, numbers: DigestNumbers): Cell {
  return change.kind === 'delta' ? rawNumber(change.followers.by, numbers.change(change)) : noNumber();
}
