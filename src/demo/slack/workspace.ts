import { createChanges } from './changes.ts';
import { createAppLink } from './delivery/app-link.ts';
import { createPostSigned } from './delivery/delivery-http.ts';
import { createSocketHub } from './delivery/delivery-socket.ts';
import { createDirectory } from './directory.ts';
import { createCallLog } from './http/call-log.ts';
import { createFaults } from './http/faults.ts';
import { listen, serve, stop } from './http/http-server.ts';
import { createResponseUrls } from './http/response-urls.ts';
import { createUploads } from './http/uploads.ts';
import { installApp } from './installed-app.ts';
import { createMessages } from './messages/messages.ts';
import { createAppMethods } from './methods/apps.ts';
import { createAuthMethods } from './methods/auth.ts';
import { createBlockMethods } from './methods/blocks.ts';
import { createChatMethods } from './methods/chat.ts';
import { createConversationMethods } from './methods/conversations.ts';
import { createFileMethods } from './methods/files.ts';
import { createHistoryMethods } from './methods/history.ts';
import { createUserGroupMethods } from './methods/usergroups.ts';
import { createUserMethods } from './methods/users.ts';
import { createViewMethods } from './methods/views.ts';
import { createWebApi } from './methods/web-api.ts';
import { createPeopleActions } from './people/people-actions.ts';
import { createReaders } from './people/readers.ts';
import { createSendCommand } from './people/slash-command.ts';
import { createViewActions } from './people/view-actions.ts';
import { createViewReaders } from './people/view-readers.ts';
import { randomId } from './random-id.ts';
import { DEFAULT_TEAM } from './seed.ts';
import { createTriggers } from './triggers.ts';
import { createViews } from './views/views.ts';
import { createWaiting } from './wait-for-change.ts';
import type { Workspace, WorkspaceOptions } from './workspace-types.ts';

// Slack waits this long for an acknowledgement.
const ACK_TIMEOUT_MS = 3_000;
const OTHER_BOT_ID = 'B0OTHERBOT1';

/**
 * Opens a stand-in Slack workspace on 127.0.0.1 with the app of `manifest` installed.
 *
 * @throws {Error} When the manifest can't be installed or the port is taken.
 */
export async function createWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { credentials, now = Date.now, ackTimeoutMs = ACK_TIMEOUT_MS } = options;
  const app = installApp(options.manifest, options.withoutScopes);
  const { server, port } = await listen(options.port ?? 0);
  const address = `127.0.0.1:${port}`;
  const closing = new AbortController();

  const changes = createChanges();
  const directory = createDirectory({
    people: options.people,
    channels: options.channels,
    userGroups: options.userGroups,
    team: { id: credentials.teamId, ...(options.team ?? DEFAULT_TEAM) },
    botUserId: app.botUserId,
    changes,
  });
  const messages = createMessages(now, changes);
  const waiting = createWaiting(changes);
  const readers = createReaders({ messages, directory, waiting });
  const faults = createFaults();
  const calls = createCallLog(now);
  const triggers = createTriggers(now);
  const views = createViews(now, changes);
  const uploads = createUploads();
  const sockets = createSocketHub({ appId: app.id, timeoutMs: ackTimeoutMs });
  const link = createAppLink({
    postSigned: createPostSigned({ timeoutMs: ackTimeoutMs, closing: closing.signal }),
    sockets,
    signingSecret: credentials.signingSecret,
  });
  const responseUrls = createResponseUrls({
    app,
    messages,
    faults,
    calls,
    now,
    prefix: `http://${address}/response/`,
  });
  const context = { app, directory, verificationToken: randomId('', 24) };
  const sendCommand = createSendCommand({ ...context, messages, faults, link, responseUrls, triggers });

  let installation: Parameters<Workspace['setInstallation']>[0] = 'active';

  const webApi = createWebApi({
    app,
    credentials,
    faults,
    calls,
    revoked: () => (installation === 'active' ? undefined : installation),
    methods: {
      ...createAuthMethods({ app, directory }),
      ...createUserMethods({ app, directory, now }),
      ...createUserGroupMethods({ directory }),
      ...createConversationMethods({ app, directory }),
      ...createHistoryMethods({ app, directory, messages }),
      ...createChatMethods({ app, directory, messages, faults }),
      ...createFileMethods({ app, directory, messages, uploads, uploadUrl: `http://${address}/upload/` }),
      ...createAppMethods({ openSocket: () => `ws://${address}/socket?ticket=${sockets.issueTicket()}` }),
      ...createViewMethods({ app, directory, views, triggers }),
      ...createBlockMethods(),
    },
  });
  serve(server, { api: webApi, response: responseUrls.use, upload: uploads.receive, socket: sockets.upgrade });

  return {
    apiUrl: `http://${address}/api/`,
    credentials,
    botUserId: app.botUserId,
    people: directory.people,
    commands: app.commands,
    shortcuts: app.shortcuts,
    hasHomeTab: app.hasHomeTab,
    get userGroups() {
      return directory.userGroups;
    },
    get channels() {
      return directory.channels;
    },
    get apiCalls() {
      return calls.all();
    },
    setRequestUrl: link.setRequestUrl,
    socketConnected: sockets.connected,
    dropSockets: sockets.drop,
    sockets: sockets.faults,
    ...createPeopleActions({ ...context, messages, readers, link, responseUrls, triggers, sendCommand, now }),
    ...createViewActions({ ...context, views, link, responseUrls, triggers, now }),
    ...createViewReaders({ views, waiting }),
    postAsBot: (post) => messages.post({ text: '', ...post, authorId: OTHER_BOT_ID }),
    deliver: link.sendRaw,
    messagesFor: readers.messagesFor,
    waitForMessage: readers.waitForMessage,
    postsWith: messages.withEvent,
    mark: changes.mark,
    onChange: changes.onChange,
    changeChannel: directory.changeChannel,
    changeUserGroup: directory.changeUserGroup,
    setInstallation: (state) => {
      installation = state;
    },
    setFaults: faults.set,
    close: async () => {
      closing.abort();
      waiting.close();
      await sockets.close();
      await stop(server);
    },
  };
}
