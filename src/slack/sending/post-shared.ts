import type { Logger } from '../../logger.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import type { PostingClient } from '../web-api/web-api.ts';
import type { ReaderOf } from '../words/reader.ts';
import { ContentRejected } from './content-rejected.ts';
import { postOnce } from './post-once.ts';
import { outcomeReason } from './post-outcome.ts';
import type { Recipient } from './recipient.ts';
import type { Origin } from './reply-to.ts';
import { ResponseUrlFailed } from './response-url.ts';

/**
 * What came of showing something to everyone. `shared`: it is there. `unconfirmed`: it may or may not be there. `not-taken`: Slack
 * surely didn't take it. `not-member`: nor did it, since followstats isn't in that channel.
 */
export type SharedOutcome = 'shared' | 'unconfirmed' | 'not-taken' | 'not-member';

/**
 * Shows a reply to everyone where the person is, in their thread where they are in one. Never rejects.
 * @param send the way to the person, whose `response_url` is used for this
 */
export type PostShared = (to: Origin, send: Recipient, reply: Reply) => Promise<SharedOutcome>;

interface Options {
  readonly posting: PostingClient;
  readonly readerOf: ReaderOf;
  readonly log: Logger;
}

/** Slack's words for a conversation that the app can't post in until a person invites it. */
const NOT_MEMBER: ReadonlySet<string> = new Set(['not_in_channel', 'channel_not_found']);

/**
 * Goes through the `response_url`, for which the app needs to be no member; once that takes nothing more, by one
 * `chat.postMessage`. What Slack may have taken is never sent again.
 */
export function createPostShared({ posting, readerOf, log }: Options): PostShared {
  async function postAsMember({ asker, replyTo }: Origin, reply: Reply): Promise<SharedOutcome> {
    const { personId, channelId } = asker;
    if (channelId === undefined) return 'not-taken';
    const threadTs = 'threadTs' in replyTo ? replyTo.threadTs : undefined;
    const reader = () => readerOf(personId);
    const outcome = await postOnce(posting, reply, { channel: channelId, threadTs, log, reader });
    if (outcome.kind === 'posted') return 'shared';
    log.warn({ reason: outcomeReason(outcome) }, 'an answer could not be shared by chat.postMessage');
    if (outcome.kind === 'no-answer') return 'unconfirmed';
    return outcome.kind === 'rejected' && NOT_MEMBER.has(outcome.code) ? 'not-member' : 'not-taken';
  }

  return async (to, send, reply) => {
    try {
      await send(reply, { response_type: 'in_channel' });
      return 'shared';
    } catch (error) {
      if (error instanceof ContentRejected) return 'not-taken';
      if (!(error instanceof ResponseUrlFailed)) {
        log.error({ err: error }, 'sharing an answer ended in a fault of the app');
        return 'unconfirmed';
      }
      log.warn({ reason: error.message }, 'an answer could not be shared through its response_url');
      return error.mayBeShown ? 'unconfirmed' : postAsMember(to, reply);
    }
  };
}
