import type { DigestReport } from '../../../digests/report/digest-report.ts';
import { causeOf, type ErrorCode, type Failure } from '../../../errors.ts';
import type { Reader } from '../../words/reader.ts';
import { type FailureLines, failureLines } from '../kit/failure-lines.ts';
import { describeFailure } from '../kit/failure-text.ts';

/** What a person has to do something about. All else the next post tries again by itself. */
const STAYS: ReadonlySet<ErrorCode> = new Set([
  'missing_account',
  'rejected_account',
  'needs_admin',
  'upstream_refused',
  'upstream_changed',
]);

/** What couldn't be read, in the digest's order; the accounts that are gone from Chat since the last post are news already. */
export function digestFailures(reader: Reader, { rows, gone }: DigestReport): FailureLines {
  const isNews = new Set(gone);
  const failed = rows.flatMap(({ account, lookup }) =>
    lookup.kind === 'failed' && !isNews.has(account) ? [{ account, failure: lookup.failure }] : [],
  );
  return failureLines(reader, failed, describe);
}

/** A post can't be tried again by those who read it. */
function describe(reader: Reader, failure: Failure) {
  const { what, fix, code } = describeFailure(reader, failure);
  const stays = STAYS.has(causeOf(failure).code);
  return { what, code, ...(stays && { fix }) };
}
