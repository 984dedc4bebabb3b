import type { Message } from '../slack/types.ts';
import type { Workspace } from '../slack/workspace-types.ts';
import type { Arrival } from './page-state.ts';

/** The `event_type` by which the app finds its digests' posts again. */
export const DIGEST_EVENT = 'followstats_digest';

/** The app's public messages that are not there yet; call what is returned for those that came since, oldest first. */
export function watchArrivals(workspace: Workspace): () => readonly Arrival[] {
  const before = new Set(publicMessages(workspace).map(({ message }) => message.ts));
  return () =>
    publicMessages(workspace)
      .filter(({ message }) => !before.has(message.ts))
      .toSorted((one, other) => (one.message.ts < other.message.ts ? -1 : 1))
      .map(({ message: { ts, channelId, metadata }, channelName, personId }) => ({
        ts,
        channelId,
        channelName,
        personId,
        isDigest: metadata?.event_type === DIGEST_EVENT,
      }));
}

interface PublicMessage {
  readonly message: Message;
  /** Undefined for a direct message. */
  readonly channelName: string | undefined;
  /** One who sees it. */
  readonly personId: string;
}

/** What the app said to whole channels and in direct messages. */
function publicMessages(workspace: Workspace): readonly PublicMessage[] {
  return workspace.channels.flatMap((channel) => {
    const personId = workspace.people.find(({ id }) => channel.memberIds.includes(id))?.id;
    if (personId === undefined) return [];
    const channelName = channel.id.startsWith('D') ? undefined : channel.name;
    return workspace
      .messagesFor(personId, channel.id)
      .filter((message) => message.authorId === workspace.botUserId && message.visibleTo === undefined)
      .map((message) => ({ message, channelName, personId }));
  });
}
