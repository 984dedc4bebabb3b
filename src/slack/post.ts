import type { Reply } from './blocks/reply.ts';
import { BlocksRefused, deliver, isBlockRefusal, type Message, type Send } from './deliver.ts';
import { isSlackTrouble, platformError, type WebClient } from './web.ts';

/** A way of sending by the Web API: when Slack refuses the blocks, the next rendering is tried. */
export function withBlockRefusal(call: (message: Message) => Promise<unknown>): Send {
  return async (message) => {
    try {
      await call(message);
    } catch (error) {
      const code = platformError(error);
      if (isBlockRefusal(code)) throw new BlocksRefused(code);
      throw error;
    }
  };
}

/** Posts to a conversation, or to a person's direct messages when given theirs. @throws what Slack or its network throws */
export function postTo(web: WebClient, channel: string, reply: Reply): Promise<void> {
  return deliver(
    reply,
    withBlockRefusal((message) => web.chat.postMessage({ ...message, blocks: [...message.blocks], channel })),
  );
}

/**
 * Tells one person something without anybody else seeing it: where they are, if the app is there, else by direct message.
 * @throws what Slack or its network throws when neither goes
 */
export async function tellPerson(
  web: WebClient,
  { personId, channelId }: { readonly personId: string; readonly channelId: string },
  reply: Reply,
): Promise<void> {
  const beside = withBlockRefusal((message) =>
    web.chat.postEphemeral({ ...message, blocks: [...message.blocks], channel: channelId, user: personId }),
  );
  try {
    await deliver(reply, beside);
  } catch (error) {
    if (!isSlackTrouble(error)) throw error;
    await postTo(web, personId, reply);
  }
}
