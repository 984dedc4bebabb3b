import type { Failure } from '../../errors.ts';
import { type LookupReason, toLookupReason } from '../lookup-reason.ts';
import type { DigestPost } from '../ports.ts';
import type { DigestReport } from '../report/digest-report.ts';
import type { DraftReport } from '../report/draft-report.ts';
import { isPermanentFailure } from '../report/posted-readings.ts';
import type { Claim } from '../run-ports.ts';
import type { PostedReadings } from '../runs.ts';
import { isLate } from './plan-slots.ts';
import { whatToPost } from './what-to-post.ts';

/** What is known of a post's accounts: how many there are, how many were read, and what it says of each. */
interface PostedAccounts {
  readonly rows: { readonly length: number };
  readonly read: number;
  readonly readings: PostedReadings;
}

/** What a slot comes to, once its accounts have been looked up. `asked`: how many accounts. */
export type Prepared<Post = DigestPost> =
  | { readonly kind: 'no-accounts' }
  | { readonly kind: 'retry'; readonly reason: LookupReason; readonly asked: number }
  | { readonly kind: 'unchanged'; readonly report: PostedAccounts }
  | { readonly kind: 'post'; readonly report: PostedAccounts; readonly post: Post };

/** When and for how long a post is prepared. */
export interface Circumstances {
  /** Unix milliseconds, by the store's clock. */
  readonly now: () => number;
  /** Aborts when there is no time left for the look-up. */
  readonly signal: AbortSignal;
}

/** Finds out what a slot's post says, and whether there is to be one. Posts nothing. Rejects when the store fails, or with a bug. */
export function createPreparePost(draftReport: DraftReport) {
  return async (claim: Claim, { now, signal }: Circumstances): Promise<Prepared> => {
    const { run, digest, missedBefore } = claim;
    const { id } = digest;
    const options = { signal, caller: `digest ${id}`, priority: 'digest' } as const;
    const drafted = await draftReport(digest, { id, slot: run.slot, now, options });
    if (drafted.kind === 'no-accounts') return drafted;
    if (drafted.kind === 'unread')
      return { kind: 'retry', reason: toLookupReason(drafted.failure), asked: drafted.asked };
    const { report, chart, last } = drafted;
    const failure = transientFailureOf(report);
    if (failure) return { kind: 'retry', reason: toLookupReason(failure), asked: report.rows.length };
    // A person who asks for a post wants to see one.
    const onlyIfChanged = digest.onlyIfChanged && run.origin === 'schedule';
    const posting = whatToPost({ onlyIfChanged }, { report, last, slot: run.slot });
    if (posting.kind === 'nothing') return { kind: 'unchanged', report };
    if (posting.kind === 'report') {
      const late = isLate(run.slot, now());
      const content = { kind: 'report', report, chart, isLate: late, missedBefore } as const;
      return { kind: 'post', report, post: { run, digest, content } };
    }
    const { rows, read } = report;
    const content = { kind: 'sign-of-life', since: posting.last.postedAt, accounts: rows.length, read } as const;
    return { kind: 'post', report, post: { run, digest, content } };
  };
}

/** Why no account could be read, when waiting may mend that; `undefined` when one was read, or all failures are permanent. */
function transientFailureOf({ read, failures }: DigestReport): Failure | undefined {
  if (read > 0) return undefined;
  return failures.find(({ failure }) => !isPermanentFailure(failure.code))?.failure;
}
