import type { NotifyOwner, OwnerNotice } from '../../digests/ports.ts';
import type { Run } from '../../digests/runs.ts';
import type { Logger } from '../../logger.ts';
import { failedNotice, pausedNotice, unknownNotice } from '../blocks/digests/digest-notices.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { ACTIONS } from '../names.ts';
import { postOnce } from '../sending/post-once.ts';
import { outcomeReason } from '../sending/post-outcome.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient } from '../web-api/web-api.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import type { AudienceOf } from './tell-owner.ts';

interface Options {
  readonly posting: PostingClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly audienceOf: AudienceOf;
  readonly log: Logger;
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

/** Whether Slack's code means that this person will never read direct messages of the app. */
export function isUnreachablePerson(reason: string): boolean {
  return UNREACHABLE.has(reason);
}

/** Sends a digest's owner a direct message; `chat:write` is enough for that. */
export function createOwnerNotices({ posting, directory, audienceOf, log, now, onError }: Options): NotifyOwner {
  return async (notice) => {
    const { ownerId } = notice.digest;
    const [read, audience] = await Promise.all([
      directory.reader(ownerId),
      audienceOf({ personId: ownerId, channelId: undefined }),
    ]);
    const reader = withAudience(read, audience);
    const outcome = await postOnce(posting, write(reader, notice, now()), {
      channel: ownerId,
      log,
      reader: async () => reader,
    });
    if (outcome.kind === 'posted') return 'told';
    const reason = outcomeReason(outcome);
    onError(reason, notice.run);
    return isUnreachablePerson(reason) ? 'never' : 'later';
  };
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
