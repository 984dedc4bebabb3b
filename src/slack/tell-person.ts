import type { Reply } from './blocks/reply.ts';
import { deliver } from './deliver.ts';
import { postOnce } from './post-once.ts';
import { isSlackTrouble, type WebClient } from './web.ts';
import { withBlockRefusal } from './with-block-refusal.ts';

interface Ways {
  readonly web: WebClient;
  /** Made by `createPostingClient`. */
  readonly posting: WebClient;
}

/**
 * Tells one person something that nobody else sees: where they are, if the app is there, else by direct message.
 * @returns whether it got there, as far as Slack says
 */
export async function tellPerson(
  { web, posting }: Ways,
  { personId, channelId }: { readonly personId: string; readonly channelId: string },
  reply: Reply,
): Promise<boolean> {
  const beside = withBlockRefusal((message) =>
    web.chat.postEphemeral({ ...message, blocks: [...message.blocks], channel: channelId, user: personId }),
  );
  try {
    await deliver(reply, beside);
    return true;
  } catch (error) {
    if (!isSlackTrouble(error)) throw error;
    const { kind } = await postOnce(posting, reply, { channel: personId });
    return kind === 'posted';
  }
}
