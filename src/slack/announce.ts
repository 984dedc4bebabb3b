import { isPermanentRefusal, type PermanentRefusal } from '../digests/refusals.ts';
import type { Digest } from '../digests/types.ts';
import type { Logger } from '../logger.ts';
import { savedReply } from './blocks/digest-notices.ts';
import { postTo } from './post.ts';
import { isSlackTrouble, platformError, type WebClient } from './web.ts';

/** How a channel took the line that tells of its digest. */
export type Announced =
  | { readonly kind: 'posted' }
  /** No waiting mends it. */
  | { readonly kind: 'refused'; readonly reason: PermanentRefusal }
  /** Slack's code; `undefined` when it gave no answer. */
  | { readonly kind: 'failed'; readonly code: string | undefined };

export type Announce = (digest: Digest) => Promise<Announced>;

interface Options {
  /** Tries nothing twice: the line must not stand there twice. */
  readonly web: WebClient;
  readonly log: Logger;
}

/** Posts the one line that a saved digest begins with, and so finds out whether the app may post there. */
export function createAnnounce({ web, log }: Options): Announce {
  return async (digest) => {
    try {
      await postTo(web, digest.channelId, savedReply(digest, digest.nextRunAt));
      return { kind: 'posted' };
    } catch (error) {
      if (!isSlackTrouble(error)) throw error;
      const code = platformError(error);
      log.warn({ digest: digest.id, error: code ?? error.name }, 'a saved digest could not be announced');
      return isPermanentRefusal(code) ? { kind: 'refused', reason: code } : { kind: 'failed', code };
    }
  };
}
