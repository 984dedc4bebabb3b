import { isPermanentError } from '../../digests/delivery/permanent-errors.ts';
import type { Digest } from '../../digests/types.ts';
import type { Logger } from '../../logger.ts';
import { savedReply } from '../blocks/digests/digest-notices.ts';
import type { Announced } from '../blocks/digests/saved-notice.ts';
import { postOnce } from '../sending/post-once.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';

/** Posts the one line that a saved digest begins with, and so finds out whether the app may post there. */
export type Announce = (digest: Digest) => Promise<Announced>;

interface Options {
  /** Made by `createPostingClient`: the line must not stand there twice. */
  readonly posting: WebClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
}

/** The line is in the words of the digest's owner. */
export function createAnnounce({ posting, directory, log }: Options): Announce {
  return async (digest) => {
    const reply = savedReply(await directory.reader(digest.ownerId), digest, digest.nextRunAt);
    const outcome = await postOnce(posting, reply, { channel: digest.channelId, log });
    if (outcome.kind === 'posted') return { kind: 'posted' };
    const reason = outcome.kind === 'refused' ? outcome.code : outcome.kind;
    log.warn({ digest: digest.id, reason }, 'a saved digest could not be announced');
    return isPermanentError(reason) ? { kind: 'refused', reason } : { kind: 'failed', reason };
  };
}
