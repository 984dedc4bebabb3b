import type { IncomingMessage, ServerResponse } from 'node:http';
import { SocketModeReceiver } from '@slack/bolt';
import { ConfigError } from '../errors.ts';
import type { ProxySettings } from '../proxy.ts';
import type { BoltLogger } from './bolt-logger.ts';
import { createHttpReceiver } from './http-receiver.ts';
import { SlackApp, type Unanswered } from './slack-app.ts';
import { createSlackFetch } from './slack-fetch.ts';
import { createSocketDispatcher } from './socket-proxy.ts';
import { type Identity, platformError } from './web.ts';

/** How Slack reaches the app. */
export type SlackMode =
  | { readonly mode: 'http'; readonly signingSecret: string }
  | { readonly mode: 'socket'; readonly appToken: string };

interface Options {
  readonly mode: SlackMode;
  readonly botToken: string;
  readonly apiUrl: string | undefined;
  /** Of the socket; Slack's Web API is asked through Node's own `fetch`, which has its proxy from `main.ts`. */
  readonly proxy?: ProxySettings | undefined;
  readonly identity: Identity;
  readonly unanswered: Unanswered;
  readonly logger: BoltLogger;
}

/** The app's end of Slack, in either mode. */
export interface SlackConnection {
  readonly app: SlackApp;
  /** Takes a request to the events path; absent in Socket Mode. */
  readonly handle: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined;
  isConnected(): boolean;
  /** @throws {ConfigError} when Slack refuses the app-level token */
  start(): Promise<void>;
  /** Takes no more requests, then resolves when those at work are done. */
  drain(): Promise<void>;
}

/** Builds the app's end for one mode; nothing is connected before `start`. */
export function createSlackConnection(options: Options): SlackConnection {
  return options.mode.mode === 'http' ? overHttp(options, options.mode) : overSocket(options, options.mode);
}

/** The identity is known from the start, so Bolt asks Slack nothing before a listener acknowledges. */
function appOptions({ botToken, apiUrl, identity, logger }: Options) {
  const { botId, botUserId, teamId, enterpriseId } = identity;
  return {
    authorize: async () => ({ botToken, botId, botUserId, teamId, ...(enterpriseId && { enterpriseId }) }),
    logger,
    clientOptions: clientOptions(apiUrl),
  };
}

/** For the clients that Bolt and its socket make by themselves. */
function clientOptions(apiUrl: string | undefined) {
  return { fetch: createSlackFetch(), ...(apiUrl && { slackApiUrl: apiUrl }) };
}

function overHttp(options: Options, { signingSecret }: Extract<SlackMode, { mode: 'http' }>): SlackConnection {
  const receiver = createHttpReceiver({ signingSecret, logger: options.logger });
  const app = new SlackApp({ ...appOptions(options), receiver }, options.unanswered);
  return {
    app,
    handle: (request, response) => app.track(receiver.handle(request, response)),
    isConnected: () => true,
    start: async () => {},
    drain: () => app.idle(),
  };
}

function overSocket(options: Options, { appToken }: Extract<SlackMode, { mode: 'socket' }>): SlackConnection {
  const { apiUrl, proxy, logger } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    ...(proxy && { dispatcher: createSocketDispatcher(proxy) }),
    installerOptions: { clientOptions: clientOptions(apiUrl) },
  });
  const app = new SlackApp({ ...appOptions(options), receiver }, options.unanswered);
  let isConnected = false;
  receiver.client.on('connected', () => {
    isConnected = true;
  });
  // `close` comes at once when the connection breaks; the others only with the SDK's next step.
  for (const event of ['close', 'reconnecting', 'disconnecting', 'disconnected']) {
    receiver.client.on(event, () => {
      isConnected = false;
    });
  }
  return {
    app,
    handle: undefined,
    isConnected: () => isConnected,
    async start() {
      try {
        await receiver.start();
      } catch (error) {
        const refusal = platformError(error);
        throw refusal ? new ConfigError([`SLACK_APP_TOKEN was refused by Slack (${refusal})`]) : error;
      }
    },
    async drain() {
      await receiver.client.disconnect();
      await app.idle();
    },
  };
}
