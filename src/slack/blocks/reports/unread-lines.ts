import type { Failure } from '../../../errors.ts';
import { isUnread, type Row } from '../../../followstats/reports/report.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { type FailureLines, failureLines } from '../kit/failure-lines.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeInstant } from '../kit/instant.ts';

/**
 * The accounts of an answer that couldn't be read, with what was read of each last, and what fits better than what can be done
 * about the failure: which account was probably meant, or that one which Chat knew before may be deleted.
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
      fix: fixOf(reader, { failure, lastKnown, meant }),
    })),
  );
}

interface Unread {
  readonly failure: Failure;
  readonly lastKnown: Row['lastKnown'] | undefined;
  readonly meant: AccountId | undefined;
}

function fixOf({ words: { reports } }: Reader, { failure, lastKnown, meant }: Unread): Sentence | undefined {
  if (meant) return reports.meant({ account: { bold: meant } });
  // It was spelled right: Chat has answered for it.
  return lastKnown && failure.code === 'missing_account' ? reports.maybeDeleted() : undefined;
}
