import { createChanges } from './changes.ts';
import type { AppLink } from './delivery/delivery.ts';
import { createDirectory } from './directory.ts';
import { createCallLog } from './http/call-log.ts';
import { createFaults } from './http/faults.ts';
import { createResponseUrls } from './http/response-urls.ts';
import type { Handle } from './http/routing.ts';
import { createUploads } from './http/uploads.ts';
import { installApp } from './installed-app.ts';
import { createMessageChoices } from './messages/message-choices.ts';
import { createMessages } from './messages/messages.ts';
import { createAllMethods } from './methods/all-methods.ts';
import { createWebApi } from './methods/web-api.ts';
import { createChoosing } from './people/choosing.ts';
import { createInteractions } from './people/interactions.ts';
import { createPeopleActions } from './people/people-actions.ts';
import { createReaders } from './people/readers.ts';
import { createSights } from './people/sights.ts';
import { createSendCommand } from './people/slash-command.ts';
import { createSuggesting } from './people/suggesting.ts';
import { createViewActions } from './people/view-actions.ts';
import { createViewReaders } from './people/view-readers.ts';
import { randomId } from './random-id.ts';
import { DEFAULT_TEAM } from './seed.ts';
import { createTriggers } from './triggers.ts';
import type { Message } from './types.ts';
import { createOffers } from './views/suggestions.ts';
import { createViews } from './views/views.ts';
import { type Alarm, createWaiting } from './wait-for-change.ts';
import type { Workspace, WorkspaceOptions } from './workspace-types.ts';

const OTHER_BOT_ID = 'B0OTHERBOT1';

interface Options extends Omit<WorkspaceOptions, 'port' | 'ackTimeoutMs'> {
  /** What every URL begins with, e.g. `http://127.0.0.1:123`; without a path. */
  readonly address: string;
  /** What people do is sent through this. */
  readonly link: AppLink;
  /** Gives the address for one Socket Mode connection. Without it, `apps.connections.open` is an unknown method. */
  readonly openSocket?: () => string;
  /** Milliseconds since any moment, for what is limited by the second; `performance.now` by default. */
  readonly elapsedMs?: () => number;
  /** For the time limits of `waitFor…`; the timers of the process by default. */
  readonly setAlarm?: Alarm;
  /** How many calls `apiCalls` holds, the newest; all by default. 0 saves reading the answers for it. */
  readonly keptCalls?: number;
}

/** Only these need a server, or a socket. */
type Networked = 'setRequestUrl' | 'socketConnected' | 'dropSockets' | 'sockets' | 'deliver' | 'close';

/** A workspace that can be reached by function calls. */
export interface AssembledWorkspace extends Omit<Workspace, Networked> {
  /** Takes the requests of the app. */
  readonly handle: Handle;
  /** The messages that came or changed after this point, in that order, each as it is now, also those that only one person sees. */
  changedSince(mark: number): readonly Message[];
  /** Rejects all who still wait for a message or a view. */
  stopWaiting(): void;
}

/**
 * Puts a stand-in workspace together, with the app of `manifest` installed, but opens no port.
 *
 * @throws {Error} When the manifest can't be installed.
 */
export function assembleWorkspace(options: Options): AssembledWorkspace {
  const { address, credentials, link, now = Date.now } = options;
  const app = installApp(options.manifest, options.withoutScopes);

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
  const waiting = createWaiting(changes, options.setAlarm);
  const readers = createReaders({ messages, directory, waiting });
  const faults = createFaults(options.elapsedMs, options.contentRules);
  const calls = createCallLog(now, options.keptCalls);
  const triggers = createTriggers(now);
  const views = createViews(now, changes, faults.isKnownTaken);
  const uploads = createUploads(now);
  const responseUrls = createResponseUrls({ app, messages, faults, calls, now, prefix: `${address}/response/` });
  const choices = createMessageChoices();
  const offers = createOffers(now);
  const sights = createSights({ directory, messages, readers, views });
  const parts = { app, directory, messages, faults, link, responseUrls, triggers, views, readers, uploads, now };
  const payloads = { ...parts, choices, offers, sights, verificationToken: randomId('', 24) };
  const context = { ...payloads, interactions: createInteractions(payloads) };

  let installation: Parameters<Workspace['setInstallation']>[0] = 'active';
  const api = createWebApi({
    app,
    credentials,
    faults,
    calls,
    revoked: () => (installation === 'active' ? undefined : installation),
    methods: createAllMethods({ ...parts, uploadUrl: `${address}/upload/`, openSocket: options.openSocket }),
  });

  return {
    handle: { api, response: responseUrls.use, upload: uploads.receive },
    apiUrl: `${address}/api/`,
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
    ...createPeopleActions({ ...context, sendCommand: createSendCommand(context) }),
    ...createViewActions(context),
    ...createChoosing(context),
    ...createSuggesting(context),
    ...createViewReaders({ views, waiting }),
    postAsBot: (post) => messages.post({ text: '', ...post, authorId: OTHER_BOT_ID }),
    messagesFor: readers.messagesFor,
    waitForMessage: readers.waitForMessage,
    forgetEphemeral: messages.removeEphemeral,
    postsWith: messages.withEvent,
    changedSince: messages.changedSince,
    mark: changes.mark,
    onChange: changes.onChange,
    changeChannel: directory.changeChannel,
    changeUserGroup: directory.changeUserGroup,
    setInstallation: (state) => {
      installation = state;
    },
    setFaults: faults.set,
    forget: (beforeMs) => {
      const parts = [messages, choices, views, offers, responseUrls, triggers, uploads, calls];
      for (const part of parts) part.forget(beforeMs);
      changes.announce();
    },
    stopWaiting: waiting.close,
  };
}
