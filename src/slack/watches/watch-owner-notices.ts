import type { NotifyOwner, OwnerNotice } from '../../digests/ports.ts';
import type { TellWatchOwner } from '../../digests/watches/ports.ts';
import type { Watch } from '../../digests/watches/types.ts';
import type { Logger } from '../../logger.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { changedNotice, failedNotice, pausedNotice, unknownNotice } from '../blocks/watches/watch-notices.ts';
import { isUnreachablePerson } from '../digests/owner-notices.ts';
import type { AudienceOf } from '../digests/tell-owner.ts';
import { ACTIONS } from '../names.ts';
import { postOnce } from '../sending/post-once.ts';
import { outcomeReason } from '../sending/post-outcome.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient } from '../web-api/web-api.ts';
import { type Reader, withAudience } from '../words/reader.ts';

interface Options {
  readonly posting: PostingClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly audienceOf: AudienceOf;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Keeps the app from stopping while a notice is under way. */
  readonly track: <Result>(work: Promise<Result>) => Promise<Result>;
}

const NOT_NOTIFIED = 'the owner of a watch was not notified';

/** Sends a watch's owner direct messages: of an alert that failed or may not have arrived, and of what another person did to it. */
export function createWatchOwnerNotices(options: Options): {
  readonly notifyOwner: NotifyOwner<Watch>;
  readonly tellOwner: TellWatchOwner;
} {
  const { posting, directory, audienceOf, log, now, track } = options;

  async function send({ ownerId }: Watch, write: (reader: Reader) => Reply) {
    const [read, audience] = await Promise.all([
      directory.reader(ownerId),
      audienceOf({ personId: ownerId, channelId: undefined }),
    ]);
    const reader = withAudience(read, audience);
    return postOnce(posting, write(reader), { channel: ownerId, log, reader: async () => reader });
  }

  async function tell(change: Parameters<TellWatchOwner>[0]): Promise<void> {
    const { watch, kind } = change;
    const at = now();
    try {
      const outcome = await send(watch, (reader) => changedNotice(reader, change, at));
      if (outcome.kind !== 'posted')
        log.warn({ watch: watch.id, change: kind, reason: outcomeReason(outcome) }, NOT_NOTIFIED);
    } catch (error) {
      log.error({ err: error, watch: watch.id, change: kind }, NOT_NOTIFIED);
    }
  }

  return {
    async notifyOwner(notice) {
      const outcome = await send(notice.digest, (reader) => write(reader, notice, now()));
      if (outcome.kind === 'posted') return 'told';
      const reason = outcomeReason(outcome);
      log.warn({ alert: notice.run.id, reason }, NOT_NOTIFIED);
      return isUnreachablePerson(reason) ? 'never' : 'later';
    },
    tellOwner(change) {
      track(tell(change));
    },
  };
}

function write(reader: Reader, notice: OwnerNotice<Watch>, now: number): Reply {
  const { digest: watch, run } = notice;
  switch (notice.kind) {
    case 'failed':
      return failedNotice(reader, { watch, run, now }, notice.reason);
    case 'paused':
      return pausedNotice(reader, watch, notice.reason);
    case 'unknown':
      return unknownNotice(
        reader,
        { watch, run, now },
        { arrivedActionId: ACTIONS.watchArrived, againActionId: ACTIONS.watchAgain },
      );
  }
}
