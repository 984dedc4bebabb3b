import { ApiError } from '../api-error.ts';
import type { Directory } from '../directory.ts';
import type { InstalledApp } from '../installed-app.ts';
import type { Channel } from '../types.ts';

interface Options {
  readonly directory: Directory;
  readonly app: InstalledApp;
}

/**
 * The channel with this id, as far as the bot may know of it. Names are not ids and are not found.
 *
 * @throws {ApiError} `channel_not_found`, also for a private channel the bot isn't in.
 */
export function visibleChannel({ directory, app }: Options, id: string): Channel {
  const channel = directory.channel(id);
  if (!channel || (channel.isPrivate && !directory.isMember(app.botUserId, id)))
    throw new ApiError('channel_not_found');
  return channel;
}

/**
 * Returns the channel with this id when the bot may write there.
 *
 * @param uninvited Public channels need no invitation (scope `chat:write.public`).
 * @throws {ApiError} `channel_not_found`, `not_in_channel`, `is_archived`, `restricted_action`.
 */
export function writableChannel(options: Options, id: string, uninvited = false): Channel {
  const channel = visibleChannel(options, id);
  if (channel.isArchived) throw new ApiError('is_archived');
  if (!options.directory.isMember(options.app.botUserId, id) && !uninvited) throw new ApiError('not_in_channel');
  if (channel.isRestricted) throw new ApiError('restricted_action');
  return channel;
}
