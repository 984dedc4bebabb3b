import type { ChannelId, PersonId } from '../../followstats/ids.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { isSlackError } from '../web-api/web-api.ts';
import { ContentRejected } from './content-rejected.ts';
import { type PrivateWays, sendDirect, sendEphemeral } from './private-message.ts';

interface Person {
  readonly personId: PersonId;
  /** Where they are. */
  readonly channelId: ChannelId | undefined;
}

/**
 * Tells one person something that no one else sees, without their having asked: where they are, if the app is there, else by
 * direct message.
 * @returns whether it got there, as far as Slack says; doesn't reject for anything that Slack answers
 */
export async function tellPerson(ways: PrivateWays, { personId, channelId }: Person, reply: Reply): Promise<boolean> {
  if (channelId) {
    try {
      await sendEphemeral(ways, personId, { channelId }, reply);
      return true;
    } catch (error) {
      if (!isSlackError(error) && !(error instanceof ContentRejected)) throw error;
    }
  }
  return (await sendDirect(ways, personId, reply)).kind === 'posted';
}
