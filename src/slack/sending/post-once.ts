import type { FoundPost, PostOutcome } from '../../digests/ports.ts';
import type { ChannelId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { LIMITS } from '../blocks/kit/limits.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import type { PostingClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import { ContentRejected, isHalfDone, rejectedContentOf } from './content-rejected.ts';
import { deliver, type Message } from './deliver.ts';
import { toPostOutcome } from './post-outcome.ts';

/** Slack's `metadata`: readable only by who reads the message with an app, and kept with it. */
export interface PostMetadata {
  readonly event_type: string;
  readonly event_payload: Record<string, string | number>;
}

/** Where and how one reply is posted. */
export interface Posting {
  /** A conversation's id, or a person's for direct messages. */
  readonly channel: string;
  /** The thread that it stands in; without it it stands in the channel. */
  readonly threadTs?: string | undefined;
  readonly log: Logger;
  /** As `deliver` has it. */
  readonly reader: () => Promise<Reader>;
  readonly metadata?: PostMetadata | undefined;
  /** Asked before each further rendering, once Slack has rejected one; `false` leaves it at the rejection. */
  readonly mayGoOn?: (() => Promise<boolean>) | undefined;
  /** Whether one reader alone sees it, to whom the same message twice does no harm; by default not. */
  readonly mayRepeat?: boolean;
  /**
   * Looks whether the post is there, after an error of Slack's by which it may be: only if it surely isn't, the next
   * rendering is sent. Without this, such an error leaves the post open (`no-answer`).
   */
  readonly lookForPost?: (() => Promise<FoundPost>) | undefined;
}

/**
 * Posts a reply by `chat.postMessage` and never repeats a call that Slack may have taken. A rendering that Slack rejects for
 * what is in it was not posted, so the next one is sent, down to a sentence that says that the rest was rejected.
 * @returns what came of it; doesn't reject for anything that Slack answers
 */
export async function postOnce(
  posting: PostingClient,
  reply: Reply,
  { channel, threadTs, log, reader, metadata, mayGoOn, mayRepeat = false, lookForPost }: Posting,
): Promise<PostOutcome> {
  let rejection: string | undefined;

  async function send(message: Message): Promise<PostOutcome> {
    if (rejection !== undefined && mayGoOn && !(await mayGoOn())) return leftAt(rejection);
    try {
      const blocks = [...message.blocks];
      const inThread = threadTs === undefined ? {} : { thread_ts: threadTs };
      const about = metadata === undefined ? {} : { metadata };
      const posted = await posting.chat.postMessage({ ...message, ...inThread, ...about, blocks, channel });
      const { ts, channel: channelId = channel } = posted;
      return toPosted(channelId, ts);
    } catch (error) {
      rejection = rejectedContentOf(error);
      if (rejection === undefined) return toPostOutcome(error);
      if (isHalfDone(rejection) && !mayRepeat) {
        const found = (await lookForPost?.()) ?? { kind: 'no-way' as const };
        if (found.kind === 'found') return toPosted(found.post.channelId, found.post.ts);
        if (found.kind !== 'not-there') return { kind: 'no-answer' };
      }
      throw new ContentRejected(rejection);
    }
  }

  try {
    return await deliver(reply, send, { log, reader, mostInBlocks: LIMITS.messageCharacters });
  } catch (error) {
    if (!(error instanceof ContentRejected)) throw error;
    return leftAt(error.code);
  }
}

/** A half-done error stays open even when the post wasn't found: its answer is the last thing that is known. */
function leftAt(code: string): PostOutcome {
  return isHalfDone(code) ? { kind: 'no-answer' } : { kind: 'rejected', code };
}

function toPosted(channelId: ChannelId, ts: string | undefined): PostOutcome {
  return ts === undefined ? { kind: 'no-answer' } : { kind: 'posted', channelId, ts };
}
