import { isPermanentError } from '../../digests/delivery/permanent-errors.ts';
import type { Announce } from '../../digests/ports.ts';
import type { Logger } from '../../logger.ts';
import { announcementReply } from '../blocks/digests/digest-notices.ts';
import { postOnce } from '../sending/post-once.ts';
import { outcomeReason } from '../sending/post-outcome.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient } from '../web-api/web-api.ts';
import { readerOfDigest } from './digest-reader.ts';

interface Options {
  readonly posting: PostingClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Makes an `Announce`; the line is in the digest's own words. */
export function createAnnounce({ posting, directory, log, now }: Options): Announce {
  return async (digest, announcement) => {
    const reader = await readerOfDigest(directory, digest);
    const outcome = await postOnce(posting, announcementReply(reader, digest, { announcement, now: now() }), {
      channel: digest.channelId,
      log,
      reader: async () => reader,
    });
    if (outcome.kind === 'posted') return { kind: 'posted' };
    const reason = outcomeReason(outcome);
    log.warn({ digest: digest.id, reason }, 'a saved digest could not be announced');
    return isPermanentError(reason) ? { kind: 'refused', reason } : { kind: 'failed', reason };
  };
}
