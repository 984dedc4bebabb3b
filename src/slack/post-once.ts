import type { PostOutcome } from '../digests/ports.ts';
import type { Reply } from './blocks/reply.ts';
import { BlocksRefused, deliver, isBlockRefusal, type Message } from './deliver.ts';
import { toPostOutcome } from './post-outcome.ts';
import { platformError, type WebClient } from './web.ts';

/** Slack's `metadata`: readable only by who reads the message with an app, and kept with it. */
export interface PostMetadata {
  readonly event_type: string;
  readonly event_payload: Record<string, string | number>;
}

export interface Posting {
  /** A conversation's id, or a person's for direct messages. */
  readonly channel: string;
  readonly metadata?: PostMetadata | undefined;
  /** Asked before each further rendering, once Slack has refused one; `false` leaves it at the refusal. */
  readonly mayGoOn?: (() => Promise<boolean>) | undefined;
}

/**
 * Posts a reply by `chat.postMessage` and never repeats a call that Slack may have taken. A rendering that Slack refuses was
 * not posted, so the next one is sent.
 * @param web made by `createPostingClient`: one that repeats nothing by itself
 */
export async function postOnce(
  web: WebClient,
  reply: Reply,
  { channel, metadata, mayGoOn }: Posting,
): Promise<PostOutcome> {
  let refusal: string | undefined;

  async function send(message: Message): Promise<PostOutcome> {
    if (refusal !== undefined && mayGoOn && !(await mayGoOn())) return { kind: 'refused', code: refusal };
    try {
      const blocks = [...message.blocks];
      const posted = await web.chat.postMessage({ ...message, blocks, channel, ...(metadata && { metadata }) });
      const { ts, channel: channelId = channel } = posted;
      return ts === undefined ? { kind: 'no-answer' } : { kind: 'posted', channelId, ts };
    } catch (error) {
      refusal = platformError(error);
      if (isBlockRefusal(refusal)) throw new BlocksRefused(refusal);
      return toPostOutcome(error);
    }
  }

  try {
    return await deliver(reply, send);
  } catch (error) {
    if (!(error instanceof BlocksRefused)) throw error;
    return { kind: 'refused', code: error.message };
  }
}
