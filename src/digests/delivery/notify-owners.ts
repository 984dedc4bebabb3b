import type { FindPost, NotifyOwner, OwnerNotice } from '../ports.ts';
import type { PendingNotice, RunNotices, RunWork, UnknownRuns } from '../run-ports.ts';
import type { Run, RunIn } from '../runs.ts';
import type { Digest } from '../types.ts';
import { isPause } from './run-rules.ts';

/** What became of a pending notice. `found`: the post is in its channel, and there is nothing to say. */
export type NoticeOutcome = 'found' | Awaited<ReturnType<NotifyOwner>>;

interface Options {
  readonly runs: RunNotices & Pick<UnknownRuns, 'settle'> & Pick<RunWork, 'nextClaim'>;
  readonly findPost: FindPost;
  readonly notifyOwner: NotifyOwner;
  /** Called for each notice, for the log. */
  readonly onNotified: (run: Run, outcome: NoticeOutcome) => void;
  /** Called when the store fails over one notice, which is then claimed again later. */
  readonly onError: (error: unknown, run: Run) => void;
}

/** Notices that are sent at once. */
const BATCH = 5;
/** A notice that couldn't be sent is tried again after this, milliseconds. */
const NOTICE_LEASE_MS = 60_000;
/** A post that isn't in its channel so soon after its call was lost may still get there. */
const MAY_ARRIVE_MS = 30_000;

/**
 * Looks for the posts of runs that are `unknown`, and notifies owners of what they have to know: once, unless sending fails.
 * @returns sends all that is pending; its signal aborts when no more is to be begun. Rejects when notices can't be claimed
 */
export function createNotifyOwners({ runs, findPost, notifyOwner, onNotified, onError }: Options) {
  async function noticeOfUnknown(run: RunIn<'unknown'>, digest: Digest): Promise<OwnerNotice | 'found' | 'later'> {
    const found = await findPost(run, digest);
    if (found.kind === 'found') {
      await runs.settle(run.id, 'found', found.post);
      return 'found';
    }
    if (found.kind === 'no-answer') return 'later';
    const { now } = await runs.nextClaim();
    const isEarly = found.kind === 'not-there' && now - run.changedAt < MAY_ARRIVE_MS;
    return isEarly ? 'later' : { kind: 'unknown', run, digest };
  }

  async function notify({ run, digest }: PendingNotice): Promise<void> {
    const notice = run.state === 'failed' ? noticeOfFailed(run, digest) : await noticeOfUnknown(run, digest);
    const outcome = typeof notice === 'string' ? notice : await notifyOwner(notice);
    if (outcome === 'told' || outcome === 'never') await runs.markNotified(run.id);
    onNotified(run, outcome);
  }

  return async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      const pending = await runs.claimNotices(BATCH, NOTICE_LEASE_MS);
      if (pending.length === 0) return;
      await Promise.all(pending.map((one) => notify(one).catch((error: unknown) => onError(error, one.run))));
    }
  };
}

function noticeOfFailed(run: RunIn<'failed'>, digest: Digest): OwnerNotice {
  const { reason } = run;
  return isPause(reason) ? { kind: 'paused', reason, run, digest } : { kind: 'failed', reason, run, digest };
}
