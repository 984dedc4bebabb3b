import type { Logger } from '../logger.ts';
import type { Reply } from './blocks/reply.ts';
import { deliver } from './deliver.ts';
import { createResponseUrl, ResponseUrlFailed, type SendOptions } from './response-url.ts';
import type { WebClient } from './web.ts';
import { withBlockRefusal } from './with-block-refusal.ts';

/** Where an answer goes: the person who asked, where they asked. */
export interface Address {
  readonly responseUrl: string;
  readonly channelId: string;
  readonly personId: string;
  /** The thread they asked in. */
  readonly threadTs?: string | undefined;
}

/** One person waiting for an answer. */
export type Recipient = (reply: Reply, options?: SendOptions) => Promise<void>;

interface Options {
  readonly web: WebClient;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Logger;
}

/**
 * Answers through the `response_url`, which works where the bot is no member. When that is used up, expired or out of
 * order, a private answer goes by `chat.postEphemeral` instead (which needs the bot in the channel); a public one
 * doesn't, since it might then appear twice.
 */
export function createRecipients({ web, fetch, log }: Options): (address: Address) => Recipient {
  return ({ responseUrl, channelId, personId, threadTs }) => {
    const post = createResponseUrl(responseUrl, fetch);
    const inThread = threadTs === undefined ? {} : { thread_ts: threadTs };

    const postEphemeral = withBlockRefusal((message) => {
      const blocks = [...message.blocks];
      return web.chat.postEphemeral({ ...message, ...inThread, blocks, channel: channelId, user: personId });
    });

    return async (reply, options) => {
      try {
        await deliver(reply, (message) => post(message, { ...inThread, ...options }));
      } catch (error) {
        if (!(error instanceof ResponseUrlFailed) || options?.response_type === 'in_channel') throw error;
        log.warn({ reason: error.message }, 'answering by chat.postEphemeral instead');
        await deliver(reply, postEphemeral);
      }
    };
  };
}
