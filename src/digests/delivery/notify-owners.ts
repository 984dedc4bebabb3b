import type { FindPost, NotifyOwner, OwnerNotice, Runs } from '../ports.ts';
import type { Digest, Run } from '../types.ts';
import { isPause } from './pause-of.ts';

interface Options {
  readonly runs: Pick<Runs, 'claimNotices' | 'told' | 'settle' | 'nextClaim'>;
  readonly findPost: FindPost;
  readonly notifyOwner: NotifyOwner;
  /** Told what became of a post whose answer was lost, and of each notice: for the log. */
  readonly onNotified: (run: Run, outcome: 'found' | Awaited<ReturnType<NotifyOwner>>) => void;
  readonly onError: (error: unknown, run: Run) => void;
}

const FEW = 5;
/** What couldn't be told is tried again after this, milliseconds. */
const TELL_LEASE_MS = 60_000;
/** A post that isn't in its channel so soon after the call was lost may still get there. */
const MAY_ARRIVE_MS = 30_000;

/**
 * Looks for the posts whose fate is unknown, and tells owners what they have to know: once, unless telling itself fails.
 * @param signal aborts when no more is to be begun
 * @throws when the store fails
 */
export function createNotifyOwners({ runs, findPost, notifyOwner, onNotified, onError }: Options) {
  async function noticeOf(run: Run, digest: Digest): Promise<OwnerNotice | 'found' | 'later'> {
    if (run.state === 'failed') return failureOf(run, digest);
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

  async function tell(run: Run, digest: Digest): Promise<void> {
    const notice = await noticeOf(run, digest);
    const outcome = typeof notice === 'string' ? notice : await notifyOwner(notice);
    if (outcome === 'told' || outcome === 'never') await runs.told(run.id);
    onNotified(run, outcome);
  }

  return async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      const untold = await runs.claimNotices(FEW, TELL_LEASE_MS);
      if (untold.length === 0) return;
      await Promise.all(
        untold.map(({ run, digest }) => tell(run, digest).catch((error: unknown) => onError(error, run))),
      );
    }
  };
}

function failureOf(run: Run, digest: Digest): OwnerNotice {
  // A run that failed always has its reason.
  const reason = run.reason ?? 'broken';
  return isPause(reason) ? { kind: 'paused', reason, run, digest } : { kind: 'failed', reason, run, digest };
}
