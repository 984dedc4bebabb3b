import type { ErrorCode } from '../../errors.ts';
import type { Claim, DigestPost } from '../ports.ts';
import type { DigestReport } from '../report/digest-report.ts';
import type { Drafted, DraftReport } from '../report/draft-report.ts';
import { decidePost } from './decide-post.ts';
import { isLate } from './plan-slots.ts';

/** What a slot comes to, once its accounts have been asked for. `asked`, `failed`: how many accounts. */
export type Prepared =
  | { readonly kind: 'no-accounts' }
  | { readonly kind: 'retry'; readonly code: ErrorCode; readonly asked: number }
  | { readonly kind: 'unchanged'; readonly report: DigestReport }
  | { readonly kind: 'post'; readonly report: DigestReport; readonly post: DigestPost };

interface Circumstances {
  /** Unix milliseconds, by the store's clock. */
  readonly now: () => number;
  /** Aborts when there is no time left to ask. */
  readonly signal: AbortSignal;
}

/** Finds out what a slot's post says, and whether there is to be one. Posts nothing. */
export function createPreparePost(draftReport: DraftReport) {
  return async (claim: Claim, { now, signal }: Circumstances): Promise<Prepared> => {
    const { run, digest } = claim;
    const { id } = digest;
    const options = { signal, caller: `digest ${id}`, priority: 'digest' } as const;
    const drafted = await draftReport(digest, { id, slot: run.slot, now, options });
    if (drafted.kind === 'no-accounts') return drafted;
    if (drafted.kind === 'unread') return { kind: 'retry', code: drafted.failure.code, asked: drafted.asked };
    const { report, last } = drafted;
    const decision = decidePost(report, {
      // Who asks for a post wants to see one.
      onlyIfChanged: digest.onlyIfChanged && run.origin === 'schedule',
      slot: run.slot,
      lastSlot: last?.slot,
    });
    if (decision.kind === 'retry') return { ...decision, asked: report.rows.length };
    if (decision.kind === 'skip') return { kind: 'unchanged', report };
    const content =
      decision.kind === 'sign-of-life' && last
        ? ({ kind: decision.kind, since: last.postedAt, accounts: report.rows.length } as const)
        : reportContent(drafted, claim, now());
    return { kind: 'post', report, post: { run, digest, content } };
  };
}

function reportContent(
  { report, chart }: Extract<Drafted, { kind: 'drafted' }>,
  { run, missedBefore }: Claim,
  now: number,
): DigestPost['content'] {
  return { kind: 'report', report, chart, isLate: isLate(run.slot, now), missedBefore };
}
