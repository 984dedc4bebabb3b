import type { ChannelId, PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { LIMITS } from '../blocks/kit/limits.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { isSlackError, reasonOf, type WebClient } from '../web-api/web-api.ts';
import { ContentRejected } from './content-rejected.ts';
import { deliver } from './deliver.ts';
import { postOnce } from './post-once.ts';
import { createResponseUrl, ResponseUrlFailed, type SendOptions } from './response-url.ts';
import { withContentRejection } from './with-content-rejection.ts';

/** Where an answer goes: the person who asked, where they asked. */
export interface Address {
  readonly responseUrl: string;
  readonly channelId: ChannelId;
  readonly personId: PersonId;
  /** The thread they asked in. */
  readonly threadTs?: string | undefined;
}

/** One person waiting for an answer. */
export type Recipient = (reply: Reply, options?: SendOptions) => Promise<void>;

interface Options {
  readonly web: WebClient;
  /** Made by `createPostingClient`. */
  readonly posting: WebClient;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Logger;
}

/**
 * Answers through the `response_url`, which works where the bot is no member. When that is used up, expired, out of order or
 * takes nothing that is said, a private answer goes by `chat.postEphemeral` instead (which needs the bot in the channel),
 * and where that doesn't work as a direct message; a public one doesn't, since it might then appear twice.
 * @returns sends to one person; rejects when the answer could be sent in none of these ways
 */
export function createRecipients({ web, posting, fetch, log }: Options): (address: Address) => Recipient {
  return ({ responseUrl, channelId, personId, threadTs }) => {
    const url = createResponseUrl(responseUrl, fetch);
    const inThread = threadTs === undefined ? {} : { thread_ts: threadTs };

    const postEphemeral = withContentRejection((message) => {
      const blocks = [...message.blocks];
      return web.chat.postEphemeral({ ...message, ...inThread, blocks, channel: channelId, user: personId });
    });

    async function sendDirect(reply: Reply): Promise<void> {
      const outcome = await postOnce(posting, reply, { channel: personId, log, mayRepeat: true });
      if (outcome.kind === 'posted') return;
      throw new Error(`no way to answer: ${outcome.kind === 'refused' ? outcome.code : outcome.kind}`);
    }

    return async (reply, options) => {
      const isPublic = options?.response_type === 'in_channel';
      const { left } = url;
      try {
        // In front of everyone nothing is said of a refusal, and in the place of an older answer it would take that away.
        const hasLastWord = !isPublic && options?.replace_original !== true;
        return await deliver(reply, (message) => url.send(message, { ...inThread, ...options }), {
          log,
          left,
          hasLastWord,
        });
      } catch (error) {
        const isRefusal = error instanceof ResponseUrlFailed || error instanceof ContentRejected;
        if (!isRefusal || isPublic) throw error;
        log.warn({ reason: error.message }, 'answering by chat.postEphemeral instead');
      }
      try {
        await deliver(reply, postEphemeral, { log, mostInBlocks: LIMITS.messageCharacters });
      } catch (error) {
        if (!isSlackError(error) && !(error instanceof ContentRejected)) throw error;
        log.warn({ reason: reasonOf(error) }, 'answering by direct message instead');
        await sendDirect(reply);
      }
    };
  };
}
