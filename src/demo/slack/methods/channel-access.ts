import type { Directory } from '../directory.ts';
import type { InstalledApp } from '../installed-app.ts';
import { Refusal } from '../refusal.ts';
import type { Channel } from '../types.ts';

interface Options {
  readonly directory: Directory;
  readonly app: InstalledApp;
}

/**
 * The channel with this id, as far as the bot may know of it. Names are not ids and are not found.
 *
 * @throws {Refusal} `channel_not_found`, also for a private channel the bot isn't in.
 */
export function visibleChannel({ directory, app }: Options, id: string): Channel {
  const channel = directory.channel(id);
  if (!channel || (channel.isPrivate && !directory.isMember(app.botUserId, id))) throw new Refusal('channel_not_found');
  return channel;
}

/**
 * Returns the channel with this id when the bot may write there.
 *
 * @param uninvited Public channels need no invitation (scope `chat:write.public`).
 * @throws {Refusal} `channel_not_found`, `not_in_channel`, `is_archived`, `restricted_action`.
 */
export function writableChannel(options: Options, id: string, uninvited = false): Channel {
  const channel = visibleChannel(options, id);
  if (channel.isArchived) throw new Refusal('is_archived');
  if (!options.directory.isMember(options.app.botUserId, id) && !uninvited) throw new Refusal('not_in_channel');
  if (channel.isRestricted) throw new Refusal('restricted_action');
  return channel;
}
