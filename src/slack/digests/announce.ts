import { isPermanentError, type PermanentError } from '../../digests/delivery/permanent-errors.ts';
import type { Digest } from '../../digests/types.ts';
import type { Logger } from '../../logger.ts';
import { savedReply } from '../blocks/digests/digest-notices.ts';
import { postOnce } from '../sending/post-once.ts';
import { outcomeReason } from '../sending/post-outcome.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient } from '../web-api/web-api.ts';

/** How a channel took the line that tells of its digest. */
export type Announced =
  | { readonly kind: 'posted' }
  /** No waiting mends it. */
  | { readonly kind: 'refused'; readonly reason: PermanentError }
  /** `reason`: Slack's code, or the kind of trouble. */
  | { readonly kind: 'failed'; readonly reason: string };

export type Announce = (digest: Digest) => Promise<Announced>;

interface Options {
  readonly posting: PostingClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
}

/** Posts the one line that a saved digest begins with, and so finds out whether the app may post there. */
export function createAnnounce({ posting, directory, log }: Options): Announce {
  return async (digest) => {
    const outcome = await postOnce(posting, savedReply(digest, digest.nextRunAt), {
      channel: digest.channelId,
      log,
      reader: () => directory.reader(digest.ownerId),
    });
    if (outcome.kind === 'posted') return { kind: 'posted' };
    const reason = outcomeReason(outcome);
    log.warn({ digest: digest.id, reason }, 'a saved digest could not be announced');
    return isPermanentError(reason) ? { kind: 'refused', reason } : { kind: 'failed', reason };
  };
}
