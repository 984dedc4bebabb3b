import type { ChannelId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { LIMITS } from '../blocks/kit/limits.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { isSlackError, reasonOf, type WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import { ContentRejected } from './content-rejected.ts';
import { deliver } from './deliver.ts';
import { withContentRejection } from './with-content-rejection.ts';

/** A message of the app's. */
export interface PostedMessage {
  readonly channelId: ChannelId;
  readonly ts: string;
}

/**
 * Puts a reply in the place of a message of the app's.
 * @returns whether it is there: a person may have deleted the message; rejects with any error that isn't Slack's
 */
export async function updateMessage(
  { web, log }: { readonly web: WebClient; readonly log: Logger },
  { channelId, ts }: PostedMessage,
  reader: Reader,
  reply: Reply,
): Promise<boolean> {
  const send = withContentRejection((message) =>
    web.chat.update({ ...message, blocks: [...message.blocks], channel: channelId, ts }),
  );
  try {
    await deliver(reply, send, { log, reader: async () => reader, mostInBlocks: LIMITS.messageCharacters });
    return true;
  } catch (error) {
    const isRejection = error instanceof ContentRejected;
    if (!isRejection && !isSlackError(error)) throw error;
    log.warn({ reason: isRejection ? error.code : reasonOf(error) }, 'a message could not be changed');
    return false;
  }
}
