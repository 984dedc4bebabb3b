import { causeOf } from '../../../errors.ts';
import type { Check, CheckRow } from '../../../followstats/checks/check.ts';
import type { Reader } from '../../words/reader.ts';
import { type CsvCell, writeCsv } from '../kit/csv-file.ts';
import { describeFailure } from '../kit/failure-text.ts';
import { toPlain } from '../kit/inline.ts';
import { withoutMentions } from '../kit/without-mentions.ts';

/** Every row of a check as CSV; of one that failed, why, and neither yes nor no. */
export function checkCsv(reader: Reader, { account, rows }: Check): string {
  const { checks, reports } = reader.words;
  const { checked, other, follows, followers } = checks.csv;
  const { status, code, reason } = reports.columns;
  const header = [checked, other, follows, followers, status, code, reason].map((title) => toPlain(title()));
  return writeCsv([header, ...rows.map((row) => [account, row.account, ...cellsOf(reader, row)])]);
}

function cellsOf(reader: Reader, { outcome }: CheckRow): readonly CsvCell[] {
  const { checks, reports } = reader.words;
  if (outcome.kind === 'failed') {
    const { what } = describeFailure(reader, outcome.failure);
    const { upstream } = causeOf(outcome.failure);
    return [
      ...[undefined, undefined, toPlain(reports.status.unread())],
      ...[upstream?.code, toPlain(withoutMentions(reader, what))],
    ];
  }
  const yesOrNo = (is: boolean): string => toPlain((is ? checks.csv.yes : checks.csv.no)());
  const said = toPlain(reports.status.read());
  return [yesOrNo(outcome.follows), yesOrNo(outcome.isFollowed), said, undefined, undefined];
}
