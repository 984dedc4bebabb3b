import type { Directory } from '../directory.ts';
import type { InstalledApp } from '../installed-app.ts';
import { Refusal } from '../refusal.ts';
import type { Channel } from '../types.ts';

interface Options {
  readonly directory: Directory;
  readonly app: InstalledApp;
}

/**
 * The channel with this id, once it is sure that the bot may write there. Names are not ids and are not found.
 *
 * @param uninvited Public channels need no invitation (scope `chat:write.public`).
 * @throws {Refusal} `channel_not_found` (also for a private channel the bot isn't in: it may not know of it),
 * `not_in_channel`, `is_archived`.
 */
export function writableChannel({ directory, app }: Options, id: string, uninvited = false): Channel {
  const channel = directory.channel(id);
  if (!channel) throw new Refusal('channel_not_found');

  const isMember = directory.isMember(app.botUserId, id);
  if (!isMember && channel.isPrivate) throw new Refusal('channel_not_found');
  if (channel.isArchived) throw new Refusal('is_archived');
  if (!isMember && !uninvited) throw new Refusal('not_in_channel');
  return channel;
}
