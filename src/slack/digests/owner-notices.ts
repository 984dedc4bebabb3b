import type { NotifyOwner, OwnerNotice } from '../../digests/ports.ts';
import type { Run } from '../../digests/types.ts';
import type { Logger } from '../../logger.ts';
import { failedNotice, pausedNotice, unknownQuestion } from '../blocks/digests/digest-notices.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { ACTIONS } from '../names.ts';
import { postOnce } from '../sending/post-once.ts';
import { outcomeReason } from '../sending/post-outcome.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient } from '../web-api/web-api.ts';

interface Options {
  readonly posting: PostingClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
  /** Told why an owner wasn't reached: Slack's code, or the kind of trouble. */
  readonly onError: (reason: string, run: Run) => void;
}

/** Slack's codes about the person: nobody reads direct messages there, and nobody will. */
const NOBODY: ReadonlySet<string> = new Set([
  'channel_not_found',
  'user_not_found',
  'user_disabled',
  'cannot_dm_bot',
  'is_archived',
]);

/** Sends a digest's owner a direct message; `chat:write` is enough for that. */
export function createOwnerNotices({ posting, directory, log, onError }: Options): NotifyOwner {
  return async (notice) => {
    const { ownerId } = notice.digest;
    const reader = () => directory.reader(ownerId);
    const outcome = await postOnce(posting, write(notice), { channel: ownerId, log, reader });
    if (outcome.kind === 'posted') return 'told';
    const reason = outcomeReason(outcome);
    onError(reason, notice.run);
    return NOBODY.has(reason) ? 'never' : 'later';
  };
}

function write(notice: OwnerNotice): Reply {
  const { digest, run } = notice;
  switch (notice.kind) {
    case 'failed':
      return failedNotice(digest, run, notice.reason, digest.state.kind === 'active' ? digest.nextRunAt : undefined);
    case 'paused':
      return pausedNotice(digest, notice.reason);
    case 'unknown':
      return unknownQuestion(digest, run, {
        arrivedActionId: ACTIONS.digestArrived,
        againActionId: ACTIONS.digestAgain,
      });
  }
}
