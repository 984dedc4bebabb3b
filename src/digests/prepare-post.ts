import { AppError, type ErrorCode } from '../errors.ts';
import type { Lists } from '../followstats/lists.ts';
import type { Row } from '../followstats/report.ts';
import type { Snapshots } from '../followstats/snapshots.ts';
import type { AccountId, LookupMany } from '../followstats/types.ts';
import { decidePost } from './decide-post.ts';
import { CHART_SLOTS, createDigestChart } from './digest-chart.ts';
import { createDigestReport, type DigestReport } from './digest-report.ts';
import { isLate } from './plan-slots.ts';
import type { Claim, DigestPost, Runs } from './ports.ts';
import { readAccounts } from './read-accounts.ts';
import type { PostedRun } from './types.ts';
import { weekBaselineAt } from './week-ago.ts';

/** What a slot comes to, once its accounts have been asked for. `asked`, `failed`: how many accounts. */
export type Prepared =
  | { readonly kind: 'no-accounts' }
  | { readonly kind: 'retry'; readonly code: ErrorCode; readonly asked: number }
  | { readonly kind: 'unchanged'; readonly report: DigestReport }
  | { readonly kind: 'post'; readonly report: DigestReport; readonly post: DigestPost };

interface Options {
  readonly lists: Pick<Lists, 'read'>;
  readonly runs: Pick<Runs, 'posted'>;
  readonly snapshots: Pick<Snapshots, 'before'>;
  readonly lookup: LookupMany;
}

interface Circumstances {
  /** Unix milliseconds, by the store's clock. */
  readonly now: () => number;
  /** Aborts when there is no time left to ask. */
  readonly signal: AbortSignal;
}

/** Finds out what a slot's post says, and whether there is to be one. Posts nothing. */
export function createPreparePost({ lists, runs, snapshots, lookup }: Options) {
  async function ask(accounts: readonly AccountId[], { digest }: Claim, signal: AbortSignal) {
    try {
      const caller = `digest ${digest.id}`;
      return await lookup(accounts, { signal, caller, priority: 'digest' });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return error;
    }
  }

  return async (claim: Claim, { now, signal }: Circumstances): Promise<Prepared> => {
    const { run, digest } = claim;
    const accounts = await readAccounts(digest, lists);
    if (accounts.length === 0) return { kind: 'no-accounts' };
    const [answers, posted, week] = await Promise.all([
      ask(accounts, claim, signal),
      runs.posted(digest.id, run.slot, CHART_SLOTS - 1),
      snapshots.before(accounts, weekBaselineAt(now())),
    ]);
    if (answers instanceof AppError) return { kind: 'retry', code: answers.failure.code, asked: accounts.length };
    const rows = accounts.flatMap((account): Row[] => {
      const answer = answers.get(account);
      return answer ? [{ account, lookup: answer }] : [];
    });
    const last = posted.at(-1);
    const report = createDigestReport({ rows, readAt: now(), last, week, thresholds: digest.thresholds });
    const decision = decidePost(report, {
      // Who asks for a post wants to see one.
      onlyIfChanged: digest.onlyIfChanged && run.origin === 'schedule',
      slot: run.slot,
      lastSlot: last?.slot,
    });
    if (decision.kind === 'retry') return { ...decision, asked: accounts.length };
    if (decision.kind === 'skip') return { kind: 'unchanged', report };
    const content =
      decision.kind === 'sign-of-life' && last
        ? ({ kind: decision.kind, since: last.postedAt, accounts: accounts.length } as const)
        : reportContent(report, claim, posted, now());
    return { kind: 'post', report, post: { run, digest, content } };
  };
}

function reportContent(
  report: DigestReport,
  { run, digest, missedBefore }: Claim,
  posted: readonly PostedRun[],
  now: number,
): DigestPost['content'] {
  const { slot } = run;
  const points = [...posted, { slot, marks: report.marks }];
  const chart = digest.chart ? createDigestChart(points) : undefined;
  return { kind: 'report', report, chart, isLate: isLate(slot, now), missedBefore };
}
