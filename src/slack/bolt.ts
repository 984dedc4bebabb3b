import { SocketModeReceiver } from '@slack/bolt';
import { ConfigError } from '../errors.ts';
import type { BoltLogger } from './bolt-logger.ts';
import type { ClaimRequest } from './claim-requests.ts';
import { createHttpReceiver, type HttpReceiver } from './http-receiver.ts';
import { SlackApp, type Unanswered } from './slack-app.ts';
import { type Identity, platformError } from './web.ts';

/** How Slack reaches the app. */
export type SlackMode =
  | { readonly mode: 'http'; readonly signingSecret: string }
  | { readonly mode: 'socket'; readonly appToken: string };

interface Options {
  readonly mode: SlackMode;
  readonly botToken: string;
  readonly apiUrl: string | undefined;
  readonly identity: Identity;
  readonly unanswered: Unanswered;
  /** Of signed HTTP requests. */
  readonly claimRequest: ClaimRequest;
  readonly logger: BoltLogger;
}

/** The app's end of Slack, in either mode. */
export interface SlackConnection {
  readonly app: SlackApp;
  /** Takes a request to the events path; absent in Socket Mode. */
  readonly handle: HttpReceiver['handle'] | undefined;
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
    ...(apiUrl && { clientOptions: { slackApiUrl: apiUrl } }),
  };
}

function overHttp(options: Options, { signingSecret }: Extract<SlackMode, { mode: 'http' }>): SlackConnection {
  const receiver = createHttpReceiver({ signingSecret, ...options });
  const app = new SlackApp({ ...appOptions(options), receiver }, options.unanswered);
  return {
    app,
    handle: (request, response, control) => app.track(receiver.handle(request, response, control)),
    isConnected: () => true,
    start: async () => {},
    drain: () => app.idle(),
  };
}

function overSocket(options: Options, { appToken }: Extract<SlackMode, { mode: 'socket' }>): SlackConnection {
  const { apiUrl, logger } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    ...(apiUrl && { installerOptions: { clientOptions: { slackApiUrl: apiUrl } } }),
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
