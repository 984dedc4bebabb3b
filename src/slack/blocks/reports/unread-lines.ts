import type { Failure } from '../../../errors.ts';
import { isUnread, type Row, type UnreadRow } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import { type FailureLines, failureLines } from '../kit/failure-lines.ts';
import { describeFailure } from '../kit/failure-text.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeInstant } from '../kit/instant.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { named } from '../kit/named-account.ts';
import { isSameFailure } from './not-refreshed.ts';
import { helpForNamed, type Named, whatNamed } from './unknown-account.ts';

interface Around {
  /** Unix milliseconds. */
  readonly now: number;
  readonly named?: Named;
  /** A failure whose code stands elsewhere in the message. */
  readonly said?: Failure | undefined;
}

/**
 * The accounts of an answer that couldn't be read, with what was read of each last, and what fits better than what can be done
 * about the failure: which account was probably meant, that one which Chat knew before may be deleted, or who can put right what
 * named it.
 */
export function unreadLines(
  reader: Reader,
  rows: readonly Row[],
  { now, named = { linked: [], who: undefined }, said }: Around,
): FailureLines {
  const { reports } = reader.words;
  return failureLines(
    reader,
    rows.filter(isUnread).map((row) => {
      const { account, lookup, lastKnown } = row;
      const help = helpForNamed(reader, whatNamed(row, named));
      return {
        account,
        failure: lookup.failure,
        more: lastKnown && reports.lastKnown({ ...lastKnown, at: writeInstant(reader, lastKnown.readAt, now) }),
        fix: fixOf(reader, row, help),
        help,
      };
    }),
    (_, failure) => {
      const text = describeFailure(reader, failure);
      return said && isSameFailure(failure, said) ? { ...text, code: undefined } : text;
    },
  );
}

function fixOf(
  reader: Reader,
  { lookup, lastKnown, meant }: UnreadRow,
  help: Sentence | undefined,
): Sentence | undefined {
  const { reports } = reader.words;
  if (meant) {
    const account = named(reader, meant);
    return help ? joinSentences(reader, reports.meantPerhaps({ account }), help) : reports.meant({ account });
  }
  // It was spelled right: Chat has answered for it.
  return lastKnown && lookup.failure.code === 'missing_account' ? reports.maybeDeleted() : undefined;
}
