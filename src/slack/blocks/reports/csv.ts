import { causeOf } from '../../../errors.ts';
import { isRead, type Report, type Row } from '../../../followstats/reports/report.ts';
import type { Snapshot } from '../../../followstats/reports/snapshots.ts';
import type { Reader } from '../../words/reader.ts';
import { type CsvCell, writeCsv } from '../kit/csv-file.ts';
import { describeFailure } from '../kit/failure-text.ts';
import { toPlain } from '../kit/inline.ts';
import { withoutMentions } from '../kit/without-mentions.ts';
import { changeOf } from './change.ts';

const COLUMNS = [
  'account',
  'name',
  'followers',
  'following',
  'mutual',
  'change',
  'since',
  'status',
  'code',
  'reason',
  'readAt',
] as const;

type Cells = Readonly<Partial<Record<(typeof COLUMNS)[number], CsvCell>>>;

/**
 * Every account of a report as CSV, always with the same columns. Instants are ISO 8601. Numbers that aren't read now but last
 * known have that as their status, and their own time.
 */
export function toCsv(reader: Reader, { rows }: Report): string {
  const { columns } = reader.words.reports;
  const cells = rows.map((row) => cellsOf(reader, row));
  return writeCsv([
    COLUMNS.map((name) => toPlain(columns[name]())),
    ...cells.map((row) => COLUMNS.map((name) => row[name])),
  ]);
}

function cellsOf(reader: Reader, row: Row): Cells {
  const { account, lookup, baseline, lastKnown } = row;
  const who = { account, name: reader.nameOf(account) };
  const { read, lastKnown: last, unread } = reader.words.reports.status;
  if (isRead(row)) {
    const since = baseline && isoOf(baseline.readAt);
    return { ...who, ...countsOf(row.lookup), change: changeOf(row), since, status: toPlain(read()) };
  }
  if (lookup.kind === 'found') return who;
  const { what } = describeFailure(reader, lookup.failure);
  const { upstream } = causeOf(lookup.failure);
  return {
    ...who,
    ...(lastKnown && countsOf(lastKnown)),
    status: toPlain((lastKnown ? last : unread)()),
    code: upstream?.code,
    reason: toPlain(withoutMentions(reader, what)),
  };
}

function countsOf({ followers, following, mutual, readAt }: Snapshot): Cells {
  return { followers, following, mutual, readAt: isoOf(readAt) };
}

const isoOf = (at: number): string => new Date(at).toISOString();
