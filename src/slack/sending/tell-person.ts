import type { ChannelId, PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { LIMITS } from '../blocks/kit/limits.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { isSlackError, type WebClient } from '../web-api/web-api.ts';
import { ContentRejected } from './content-rejected.ts';
import { deliver } from './deliver.ts';
import { postOnce } from './post-once.ts';
import { withContentRejection } from './with-content-rejection.ts';

interface Ways {
  readonly web: WebClient;
  /** Made by `createPostingClient`. */
  readonly posting: WebClient;
  readonly log: Logger;
}

/**
 * Tells one person something that nobody else sees: where they are, if the app is there, else by direct message.
 * @returns whether it got there, as far as Slack says
 */
export async function tellPerson(
  { web, posting, log }: Ways,
  { personId, channelId }: { readonly personId: PersonId; readonly channelId: ChannelId | undefined },
  reply: Reply,
): Promise<boolean> {
  const beside = withContentRejection((message) =>
    web.chat.postEphemeral({ ...message, blocks: [...message.blocks], channel: channelId ?? '', user: personId }),
  );
  try {
    await deliver(reply, beside, { log, mostInBlocks: LIMITS.messageCharacters });
    return true;
  } catch (error) {
    if (!isSlackError(error) && !(error instanceof ContentRejected)) throw error;
    const { kind } = await postOnce(posting, reply, { channel: personId, log, mayRepeat: true });
    return kind === 'posted';
  }
}
