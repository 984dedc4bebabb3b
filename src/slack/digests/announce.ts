import { isPermanentError } from '../../digests/delivery/permanent-errors.ts';
import type { Announce, Announced } from '../../digests/ports.ts';
import type { ChannelId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { announcementReply } from '../blocks/digests/digest-notices.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { postOnce } from '../sending/post-once.ts';
import { outcomeReason } from '../sending/post-outcome.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import { readerOfDigest } from './digest-reader.ts';

/** What announcing needs. */
export interface AnnounceOptions {
  readonly posting: PostingClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
}

interface Line {
  readonly reply: Reply;
  readonly channelId: ChannelId;
  readonly reader: Reader;
  /** What it announces, for the log. */
  readonly about: { readonly digest: string } | { readonly watch: string };
}

/** Posts the line that announces something in its channel. Never rejects. */
export async function postAnnouncement(
  { posting, log }: Pick<AnnounceOptions, 'posting' | 'log'>,
  { reply, channelId: channel, reader, about }: Line,
): Promise<Announced> {
  const outcome = await postOnce(posting, reply, { channel, log, reader: async () => reader });
  if (outcome.kind === 'posted') return { kind: 'posted' };
  const reason = outcomeReason(outcome);
  log.warn({ ...about, reason }, 'what was saved could not be announced');
  return isPermanentError(reason) ? { kind: 'refused', reason } : { kind: 'failed', reason };
}

interface Options extends AnnounceOptions {
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Makes an `Announce`; the line is in the digest's own words. */
export function createAnnounce({ now, ...options }: Options): Announce {
  return async (digest, announcement) => {
    const reader = await readerOfDigest(options.directory, digest);
    const reply = announcementReply(reader, digest, { announcement, now: now() });
    return postAnnouncement(options, { reply, channelId: digest.channelId, reader, about: { digest: digest.id } });
  };
}
