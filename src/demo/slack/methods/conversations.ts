import { ApiError } from '../api-error.ts';
import type { Directory } from '../directory.ts';
import type { InstalledApp } from '../installed-app.ts';
import { flagOf, type JsonObject, textOf } from '../json-values.ts';
import type { Channel } from '../types.ts';
import { visibleChannel } from './channel-access.ts';
import type { MethodFamily } from './method.ts';
import { cutPage } from './page.ts';
import { demandScopes, scopeFor } from './scopes.ts';

interface Options {
  readonly app: InstalledApp;
  readonly directory: Directory;
}

/**
 * `conversations.open` with one person (several would need `mpim:write`, which no manifest here asks for),
 * `conversations.info` and `conversations.members`, and `users.conversations` of the app itself or of a person.
 */
export function createConversationMethods({ app, directory }: Options): MethodFamily {
  const describe = (channel: Channel): JsonObject => ({
    id: channel.id,
    ...(channel.id.startsWith('D')
      ? { is_im: true, user: channel.memberIds.find((id) => id !== app.botUserId) }
      : {
          name: channel.name,
          is_channel: !channel.isPrivate,
          is_group: channel.isPrivate,
          is_im: false,
          is_member: directory.isMember(app.botUserId, channel.id),
          num_members: channel.memberIds.length,
        }),
    is_private: channel.isPrivate,
    is_archived: channel.isArchived ?? false,
  });

  return {
    'conversations.open': {
      token: 'bot',
      scopes: ['im:write'],
      run: (args) => {
        const ids = textOf(args, 'users').split(',').filter(Boolean);
        const [id, ...others] = ids;
        if (id === undefined) throw new ApiError('users_list_not_supplied');
        if (others.length > 0) demandScopes(app, ['mpim:write']);
        if (id === app.botUserId) throw new ApiError('cannot_dm_bot');
        if (!directory.person(id)) throw new ApiError('user_not_found');

        const { channel, wasOpen } = directory.openDirectMessage(id);
        const full = flagOf(args, 'return_im') ? { is_im: true, is_open: true, user: id } : {};
        return { channel: { id: channel.id, ...full }, ...(wasOpen && { no_op: true, already_open: true }) };
      },
    },
    'conversations.info': {
      token: 'bot',
      scopes: [],
      run: (args) => {
        const channel = visibleChannel({ app, directory }, textOf(args, 'channel'));
        demandScopes(app, [scopeFor(channel, 'read')]);
        return { channel: describe(channel) };
      },
    },
    'conversations.members': {
      token: 'bot',
      scopes: [],
      run: (args) => {
        const channel = visibleChannel({ app, directory }, textOf(args, 'channel'));
        demandScopes(app, [scopeFor(channel, 'read')]);
        const { page, more } = cutPage(channel.memberIds, args, MEMBERS);
        const { response_metadata = { next_cursor: '' } } = more;
        return { members: page, response_metadata };
      },
    },
    'users.conversations': {
      token: 'bot',
      scopes: [],
      run: (args) => {
        const types = (textOf(args, 'types') || 'public_channel').split(',');
        if (types.some((type) => !(type in KIND_SCOPES))) throw new ApiError('invalid_types');
        demandScopes(app, [...new Set(types.flatMap((type) => KIND_SCOPES[type] ?? []))]);

        const member = textOf(args, 'user') || app.botUserId;
        const channels = directory.channels
          .filter(({ id }) => directory.isMember(member, id))
          // The app learns nothing of where it isn't, other than what is public.
          .filter(({ id, isPrivate }) => !isPrivate || directory.isMember(app.botUserId, id))
          .filter((channel) => types.includes(kindOf(channel)))
          .filter(({ isArchived }) => !(isArchived && flagOf(args, 'exclude_archived')));
        return { channels: channels.map(describe), response_metadata: { next_cursor: '' } };
      },
    },
  };
}

// conversations.members: 100 by default; the SDK's reference of cursors says 999 at most.
const MEMBERS = { usual: 100, most: 999 };

const KIND_SCOPES: Readonly<Record<string, readonly string[]>> = {
  public_channel: ['channels:read'],
  private_channel: ['groups:read'],
  im: ['im:read'],
  mpim: ['mpim:read'],
};

function kindOf({ id, isPrivate }: Channel): string {
  if (id.startsWith('D')) return 'im';
  return isPrivate ? 'private_channel' : 'public_channel';
}
