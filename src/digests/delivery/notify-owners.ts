import type { FindPost, NotifyOwner, OwnerNotice } from '../ports.ts';
import type { PendingNotice, RunNotices, RunWork, UnknownRuns } from '../run-ports.ts';
import type { Run, RunIn } from '../runs.ts';
import type { Digest } from '../types.ts';
import { isPause } from './run-rules.ts';

/** What became of a pending notice. `found`: the post is in its channel, and there is nothing to say. */
export type NoticeOutcome = 'found' | Awaited<ReturnType<NotifyOwner>>;

/** `Of`: whose runs they are, digests or watches. */
interface Options<Of extends Noticed> {
  readonly runs: RunNotices<Of> & Pick<UnknownRuns, 'settle'> & Pick<RunWork, 'nextClaim'>;
  readonly findPost: FindPost;
  readonly notifyOwner: NotifyOwner<Of>;
  /** Called for each notice, for the log. */
  readonly onNotified: (run: Run, outcome: NoticeOutcome) => void;
  /** Called when the store fails over one notice, which is then claimed again later. */
  readonly onError: (error: unknown, run: Run) => void;
}

/** What is known here of what a notice is about. */
type Noticed = Pick<Digest, 'channelId'>;

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
export function createNotifyOwners<Of extends Noticed>(options: Options<Of>) {
  const { runs, findPost, notifyOwner, onNotified, onError } = options;

  async function noticeOfUnknown(run: RunIn<'unknown'>, digest: Of): Promise<OwnerNotice<Of> | 'found' | 'later'> {
    const found = await findPost(run, digest);
    if (found.kind === 'found') {
      await runs.settle(run.id, 'found', found.post);
      return 'found';
    }
    if (found.kind === 'no-answer' || found.kind === 'rate-limited') return 'later';
    const { now } = await runs.nextClaim();
    const isEarly = found.kind === 'not-there' && now - run.changedAt < MAY_ARRIVE_MS;
    return isEarly ? 'later' : { kind: 'unknown', run, digest };
  }

  async function notify({ run, digest }: PendingNotice<Of>): Promise<void> {
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

function noticeOfFailed<Of>(run: RunIn<'failed'>, digest: Of): OwnerNotice<Of> {
  const { reason } = run;
  return isPause(reason) ? { kind: 'paused', reason, run, digest } : { kind: 'failed', reason, run, digest };
}
