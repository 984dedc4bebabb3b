import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderManifest } from '../../manifest/render.ts';
import { type App, createApp, type Seams } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { COMMANDS, type CommandName } from '../../src/demo/chat/all-commands.ts';
import type { ChatCall } from '../../src/demo/chat/chat-call.ts';
import type { ChatFault } from '../../src/demo/chat/faults.ts';
import { type ChatServer, type ChatServerOptions, createChatServer } from '../../src/demo/chat/server.ts';
import { seedWorkspace } from '../../src/demo/slack/seed.ts';
import type { Message } from '../../src/demo/slack/types.ts';
import { createWorkspace } from '../../src/demo/slack/workspace.ts';
import type { Workspace, WorkspaceOptions } from '../../src/demo/slack/workspace-types.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { createLogSink, type LogSink } from '../log-sink.ts';
import type { MovedClock } from '../moved-clock.ts';
import { appEnv, type Mode, SDK_APP_ID, SECRET_KEY } from './app-env.ts';

/** People and places of the seeded workspace, by what they are to the tests. */
export const PEOPLE = {
  viewer: 'U0MAYA00001',
  admin: 'U0ANDERS001',
  nobody: 'U0PRIYA0001',
  chinese: 'U0CHENLI001',
  guest: 'U0TOM000001',
  stranger: 'U0ELENA0001',
} as const;
export const CHANNELS = { community: 'C0COMMUNITY', growth: 'C0GROWTH001', withoutBot: 'C0RANDOM001' } as const;
export const GROUP = 'S0CREATORS1';

export { type Mode, SECRET_KEY };

/** The host is none: Slack goes to where the app of the test listens. */
const HTTP_ORIGIN = 'https://followstats.example';

export interface World {
  /** A fault that names no command hits all but those for names, which no answer waits for. */
  readonly chat: ChatServer;
  /** Chat's calls for counts. */
  readonly countCalls: readonly ChatCall[];
  readonly slack: Workspace;
  readonly app: App;
  readonly log: LogSink;
  /** Of the app's own server. */
  readonly url: string;
  /** Of its metrics; with `METRICS_PORT` alone. */
  readonly metricsUrl: string;
  /** Types `/followstats …` and resolves with the answer: the first message that isn't the progress line. */
  ask(text: string, options?: Ask): Promise<Message>;
  /** Presses a button of a message and resolves with what comes of it. */
  press(message: Message, actionId: string, options?: Ask): Promise<Message>;
  /** Presses *Share* below an answer, and resolves with what everyone sees once the private answer has given way. */
  share(message: Message, options?: Ask): Promise<Message>;
  /** Chooses *Look up follow stats* in the menu of a message, and resolves with the answer. */
  lookUpMentions(message: Pick<Message, 'ts' | 'channelId'>, options?: Ask): Promise<Message>;
  /**
   * Starts another app on the same store and workspace, to which Slack's requests go from now on; the world stops it, too.
   * Mode `http` only.
   */
  startReplica(): Promise<Pick<World, 'app' | 'url'>>;
  /** Stops the app, does something with its store, and starts another app on it. */
  restart<Result>(meanwhile: (store: Store) => Promise<Result>): Promise<Result>;
  /** Stops the app, and starts another one in its place, between the same stand-ins, as on another machine. @param changes of its environment */
  moveTo(changes: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

interface Ask {
  readonly personId?: string;
  readonly channelId?: string;
}

export interface WorldOptions {
  readonly mode?: Mode;
  /** With `TENCENT_WEBHOOK_TOKEN` the stand-in of Chat sends the app its webhooks. */
  readonly env?: Readonly<Record<string, string>>;
  readonly chat?: Partial<ChatServerOptions>;
  readonly slack?: Partial<Pick<WorkspaceOptions, 'withoutScopes' | 'channels' | 'people' | 'contentRules'>>;
  /** Of the app and of Slack. Needs the mode `socket`; signatures, of Slack's requests and for Chat, are of the real time. */
  readonly clock?: MovedClock;
  readonly seams?: Seams;
}

/** A fault of names alone has to say so: that of a test about counts would be used up by them. */
function withoutNames(fault: ChatFault): readonly ChatFault[] {
  if (fault.command) return [fault];
  const commands = (Object.keys(COMMANDS) as readonly CommandName[]).filter((name) => name !== 'portrait_get');
  return commands.map((command) => ({ ...fault, command }));
}

/** The app between its two stand-ins: real HTTP, real sockets, real signatures. Stop it when done. */
export async function createWorld({
  mode = 'http',
  env = {},
  chat: chatOptions,
  slack: slackOptions,
  clock,
  seams,
}: WorldOptions = {}): Promise<World> {
  const chat = await createChatServer({
    sdkAppId: SDK_APP_ID,
    secretKey: SECRET_KEY,
    admins: ['administrator'],
    accounts: ['alice', 'bob', 'carol'],
    follows: [
      ['alice', 'bob'],
      ['bob', 'alice'],
      ['carol', 'alice'],
    ],
    ...(clock && { eventsNow: clock.now }),
    ...chatOptions,
  });
  const slack = await createWorkspace({
    ...seedWorkspace(),
    manifest: renderManifest(mode === 'http' ? HTTP_ORIGIN : undefined),
    ...(clock && { now: clock.now }),
    ...slackOptions,
  });
  const log = createLogSink();
  const { botToken, appToken, signingSecret } = slack.credentials;
  const dataFolder = mkdtempSync(join(tmpdir(), 'followstats-world-'));
  const environment = {
    ...appEnv({ slack, chat, dataFolder, mode }),
    FOLLOWSTATS_ADMINS: PEOPLE.admin,
    FOLLOWSTATS_VIEWERS: PEOPLE.viewer,
    LOG_LEVEL: 'trace',
    // A proxy that a test sets is Chat's alone: Slack is called by this process's `fetch`, which has none.
    NO_PROXY: new URL(slack.apiUrl).host,
    ...env,
  };
  let config = readConfig(environment);
  const clockSeams = clock && { now: clock.now, onClockMoved: clock.onMoved };

  async function start() {
    const app = createApp(config, { logDestination: log, gatheredMs: 0, ...clockSeams, ...seams });
    const { port, metricsPort } = await app.start();
    const url = `http://127.0.0.1:${port}`;
    const metricsUrl = `http://127.0.0.1:${metricsPort}/metrics`;
    if (mode === 'http') slack.setRequestUrl(`${url}/slack/events`);
    else await slack.socketConnected();
    const token = env.TENCENT_WEBHOOK_TOKEN;
    if (token) chat.sendWebhooksTo({ url: `${url}/tencent/webhook`, token });
    return { app, url, metricsUrl };
  }
  let running = await start();
  const replicas: App[] = [];

  const acknowledgements: string[] = [];

  function assertNoSecrets(): void {
    const signatures = chat.calls.map(({ usersig }) => usersig).filter(Boolean);
    const left = [log.lines.join('\n'), JSON.stringify(slack.apiCalls), ...acknowledgements].join('\n');
    const secrets = [SECRET_KEY, botToken, appToken, signingSecret, env.TENCENT_WEBHOOK_TOKEN, ...new Set(signatures)];
    const leaked = secrets.filter((secret) => secret && left.includes(secret));
    const urls = log.lines.filter((line) => line.includes('usersig=') || line.includes('/response/'));
    if (leaked.length + urls.length > 0) throw new Error(`a secret left the app: ${[...leaked, ...urls].join('\n')}`);
  }

  // A post of a digest may come before the answer to who asked for it.
  const isAnswer = ({ text, authorId, metadata }: Message) =>
    authorId === slack.botUserId && !metadata && !text.startsWith('This takes a little longer. ');

  return {
    chat: { ...chat, setFaults: (faults) => chat.setFaults(faults.flatMap(withoutNames)) },
    get countCalls() {
      return chat.calls.filter(({ command }) => command === 'follow_get_info');
    },
    slack,
    log,
    get app() {
      return running.app;
    },
    get url() {
      return running.url;
    },
    get metricsUrl() {
      return running.metricsUrl;
    },
    async ask(text, { personId = PEOPLE.viewer, channelId = CHANNELS.community } = {}) {
      const since = slack.mark();
      acknowledgements.push((await slack.type({ personId, channelId, text })).body);
      return slack.waitForMessage({ personId, channelId, since, matches: isAnswer });
    },
    async press({ ts, channelId }, actionId, { personId = PEOPLE.viewer } = {}) {
      const since = slack.mark();
      await slack.press({ personId, ts, actionId });
      return slack.waitForMessage({ personId, channelId, since, matches: isAnswer });
    },
    async share({ ts, channelId }, { personId = PEOPLE.viewer } = {}) {
      const since = slack.mark();
      await slack.press({ personId, ts, actionId: 'followstats_share' });
      const gaveWay = (message: Message) => message.ts === ts && message.text.startsWith('Shared ');
      const shared = await slack.waitForMessage({ personId, channelId, since, matches: isAnswer });
      await slack.waitForMessage({ personId, channelId, since, matches: gaveWay });
      return shared;
    },
    async lookUpMentions({ ts, channelId }, { personId = PEOPLE.viewer } = {}) {
      const since = slack.mark();
      await slack.useShortcut({ personId, ts, channelId, callbackId: 'followstats_lookup_mentions' });
      return slack.waitForMessage({ personId, channelId, since, matches: isAnswer });
    },
    async startReplica() {
      if (mode !== 'http') throw new Error('over sockets Slack chooses the replica');
      const replica = await start();
      replicas.push(replica.app);
      return replica;
    },
    async restart(meanwhile) {
      await running.app.stop();
      const store = await openStore({ ...config.store, now: clock?.now });
      const result = await meanwhile(store).finally(store.close);
      running = await start();
      return result;
    },
    async moveTo(changes) {
      await running.app.stop();
      config = readConfig({ ...environment, ...changes });
      running = await start();
    },
    async stop() {
      await Promise.all([running.app, ...replicas].map((app) => app.stop()));
      await Promise.all([chat.close(), slack.close()]);
      rmSync(dataFolder, { recursive: true, force: true });
      assertNoSecrets();
    },
  };
}
