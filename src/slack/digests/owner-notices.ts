import type { NotifyOwner, OwnerNotice } from '../../digests/ports.ts';
import type { Run } from '../../digests/runs.ts';
import type { PersonId } from '../../followstats/ids.ts';
import { failedNotice, pausedNotice, unknownNotice } from '../blocks/digests/digest-notices.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { ACTIONS } from '../names.ts';
import { outcomeReason } from '../sending/post-outcome.ts';
import type { Reader } from '../words/reader.ts';
import { createWriteToOwner, type WriteToOwnerOptions } from './write-to-owner.ts';

interface Options extends WriteToOwnerOptions {
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Called with why an owner wasn't reached: Slack's code, or the kind of failure. */
  readonly onError: (reason: string, run: Run) => void;
}

/** Slack's codes that mean that this person will never read direct messages of the app. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  'channel_not_found',
  'user_not_found',
  'user_disabled',
  'cannot_dm_bot',
  'is_archived',
]);

/** Sends owners direct messages about runs, each as `noticeOf` writes it. */
export function createNotifyOwner<Of extends { readonly ownerId: PersonId }>(
  { now, onError, ...options }: Options,
  noticeOf: (reader: Reader, notice: OwnerNotice<Of>, now: number) => Reply,
): NotifyOwner<Of> {
  const writeToOwner = createWriteToOwner(options);
  return async (notice) => {
    const outcome = await writeToOwner(notice.digest.ownerId, (reader) => noticeOf(reader, notice, now()));
    if (outcome.kind === 'posted') return 'told';
    const reason = outcomeReason(outcome);
    onError(reason, notice.run);
    return UNREACHABLE.has(reason) ? 'never' : 'later';
  };
}

/** Sends a digest's owner direct messages. */
export function createOwnerNotices(options: Options): NotifyOwner {
  return createNotifyOwner(options, write);
}

function write(reader: Reader, notice: OwnerNotice, now: number): Reply {
  const { digest, run } = notice;
  switch (notice.kind) {
    case 'failed':
      return failedNotice(reader, { digest, run, now }, notice.reason);
    case 'paused':
      return pausedNotice(reader, digest, notice.reason);
    case 'unknown':
      return unknownNotice(
        reader,
        { digest, run, now },
        { arrivedActionId: ACTIONS.digestArrived, againActionId: ACTIONS.digestAgain },
      );
  }
}
