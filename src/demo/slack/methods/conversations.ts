import type { Directory } from '../directory.ts';
import type { InstalledApp } from '../installed-app.ts';
import { flagOf, textOf } from '../json-values.ts';
import { Refusal } from '../refusal.ts';
import type { MethodFamily } from './method.ts';

/** `conversations.open` with one person. Several would need `mpim:write`, which no manifest here asks for. */
export function createConversationMethods({
  app,
  directory,
}: {
  app: InstalledApp;
  directory: Directory;
}): MethodFamily {
  return {
    'conversations.open': {
      token: 'bot',
      scopes: ['im:write'],
      run: (args) => {
        const ids = textOf(args, 'users').split(',').filter(Boolean);
        const [id, ...others] = ids;
        if (id === undefined) throw new Refusal('users_list_not_supplied');
        if (others.length > 0)
          throw new Refusal('missing_scope', { needed: 'mpim:write', provided: [...app.scopes].join(',') });
        if (id === app.botUserId) throw new Refusal('cannot_dm_bot');
        if (!directory.person(id)) throw new Refusal('user_not_found');

        const { channel, wasOpen } = directory.openDirectMessage(id);
        const full = flagOf(args, 'return_im') ? { is_im: true, is_open: true, user: id } : {};
        return { channel: { id: channel.id, ...full }, ...(wasOpen && { no_op: true, already_open: true }) };
      },
    },
  };
}
