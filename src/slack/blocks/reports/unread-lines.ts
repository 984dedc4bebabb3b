import { isUnread, type Row } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import { type FailureLines, failureLines } from '../kit/failure-lines.ts';
import { writeInstant } from '../kit/instant.ts';

/**
 * The accounts of an answer that couldn't be read, with what was read of each last, or which account was probably meant.
 * @param now Unix milliseconds
 */
export function unreadLines(reader: Reader, rows: readonly Row[], now: number): FailureLines {
  const { reports } = reader.words;
  return failureLines(
    reader,
    rows.filter(isUnread).map(({ account, lookup: { failure }, lastKnown, meant }) => ({
      account,
      failure,
      more: lastKnown && reports.lastKnown({ ...lastKnown, at: writeInstant(reader, lastKnown.readAt, now) }),
      fix: meant && reports.meant({ account: { bold: meant } }),
    })),
  );
}
