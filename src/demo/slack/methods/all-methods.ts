import type { Directory } from '../directory.ts';
import type { Faults } from '../http/faults.ts';
import type { Uploads } from '../http/uploads.ts';
import type { InstalledApp } from '../installed-app.ts';
import type { Messages } from '../messages/messages.ts';
import type { Triggers } from '../triggers.ts';
import type { Views } from '../views/views.ts';
import { createAppMethods } from './apps.ts';
import { createAuthMethods } from './auth.ts';
import { createBlockMethods } from './blocks.ts';
import { createChatMethods } from './chat.ts';
import { createConversationMethods } from './conversations.ts';
import { createFileMethods } from './files.ts';
import { createHistoryMethods } from './history.ts';
import type { MethodFamily } from './method.ts';
import { createUserGroupMethods } from './usergroups.ts';
import { createUserMethods } from './users.ts';
import { createViewMethods } from './views.ts';

interface Options {
  readonly app: InstalledApp;
  readonly directory: Directory;
  readonly messages: Messages;
  readonly faults: Faults;
  readonly uploads: Uploads;
  readonly views: Views;
  readonly triggers: Triggers;
  /** Where the bytes of a file go; the upload's key is appended. */
  readonly uploadUrl: string;
  /** Gives the address for one Socket Mode connection. Without it, `apps.connections.open` is an unknown method. */
  readonly openSocket: (() => string) | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Every Web API method that the stand-in knows. */
export function createAllMethods({ openSocket, ...options }: Options): MethodFamily {
  return {
    ...createAuthMethods(options),
    ...createUserMethods(options),
    ...createUserGroupMethods(options),
    ...createConversationMethods(options),
    ...createHistoryMethods(options),
    ...createChatMethods(options),
    ...createFileMethods(options),
    ...(openSocket && createAppMethods({ openSocket })),
    ...createViewMethods(options),
    ...createBlockMethods(),
  };
}
