import type { PostOutcome } from '../../digests/ports.ts';
import type { ChannelId, PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { LIMITS } from '../blocks/kit/limits.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import type { PostingClient, WebClient } from '../web-api/web-api.ts';
import type { ReaderOf } from '../words/reader.ts';
import { deliver } from './deliver.ts';
import { postOnce } from './post-once.ts';
import { withContentRejection } from './with-content-rejection.ts';

/** What private messages are sent with. */
export interface PrivateWays {
  readonly web: WebClient;
  readonly posting: PostingClient;
  readonly readerOf: ReaderOf;
  readonly log: Logger;
}

interface PlaceInChannel {
  readonly channelId: ChannelId;
  readonly threadTs?: string | undefined;
}

/**
 * Shows a reply to one person alone in a channel, by `chat.postEphemeral`: the app has to be in it.
 * @throws {ContentRejected} when Slack rejects every rendering; the SDK's error when the call fails
 */
export function sendEphemeral(
  { web, readerOf, log }: Omit<PrivateWays, 'posting'>,
  personId: PersonId,
  { channelId, threadTs }: PlaceInChannel,
  reply: Reply,
): Promise<void> {
  const inThread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const send = withContentRejection((message) => {
    const blocks = [...message.blocks];
    return web.chat.postEphemeral({ ...message, ...inThread, blocks, channel: channelId, user: personId });
  });
  return deliver(reply, send, { log, reader: () => readerOf(personId), mostInBlocks: LIMITS.messageCharacters });
}

/**
 * Sends a reply to a person's direct messages with the app.
 * @returns as `postOnce`
 */
export function sendDirect(
  { posting, readerOf, log }: PrivateWays,
  personId: PersonId,
  reply: Reply,
): Promise<PostOutcome> {
  return postOnce(posting, reply, { channel: personId, log, reader: () => readerOf(personId), mayRepeat: true });
}
