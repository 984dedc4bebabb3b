import { isPermanentError } from '../../digests/delivery/permanent-errors.ts';
import type { AnnounceWatch } from '../../digests/watches/ports.ts';
import type { Logger } from '../../logger.ts';
import { announcementReply } from '../blocks/watches/watch-notices.ts';
import { postOnce } from '../sending/post-once.ts';
import { outcomeReason } from '../sending/post-outcome.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient } from '../web-api/web-api.ts';
import { readerOfWatch } from './watch-reader.ts';

interface Options {
  readonly posting: PostingClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
}

/** Makes an `AnnounceWatch`; the line is in the owner's words. */
export function createAnnounceWatch({ posting, directory, log }: Options): AnnounceWatch {
  return async (watch) => {
    const reader = await readerOfWatch(directory, watch);
    const outcome = await postOnce(posting, announcementReply(reader, watch), {
      channel: watch.channelId,
      log,
      reader: async () => reader,
    });
    if (outcome.kind === 'posted') return { kind: 'posted' };
    const reason = outcomeReason(outcome);
    log.warn({ watch: watch.id, reason }, 'a saved watch could not be announced');
    return isPermanentError(reason) ? { kind: 'refused', reason } : { kind: 'failed', reason };
  };
}
