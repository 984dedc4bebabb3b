import type { ProxySettings } from '../../config/proxy.ts';
import type { ConfigError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import type { BoltLogger } from '../web-api/bolt-logger.ts';
import { createSlackFetch } from '../web-api/slack-fetch.ts';
import type { Identity } from '../web-api/web-api.ts';
import type { WorkTurns } from '../work-turns.ts';
import type { OnRequest } from './before-acknowledgement.ts';
import type { ClaimRequest } from './claim-requests.ts';
import { createHttpReceiver, type HttpReceiver } from './http-receiver.ts';
import type { OwedAnswers } from './owed-answers.ts';
import { SlackApp, type Unhandled } from './slack-app.ts';
import { createSocketDispatcher } from './socket-proxy.ts';
import { createSocketReceiver } from './socket-receiver.ts';

/** How Slack reaches the app. */
export type SlackMode =
  | { readonly mode: 'http'; readonly signingSecret: string }
  | { readonly mode: 'socket'; readonly appToken: string };

interface Options {
  readonly mode: SlackMode;
  readonly botToken: string;
  readonly apiUrl: string | undefined;
  /** Of the socket; Slack's Web API is asked through `fetch`, which has its proxy from `main.ts`. */
  readonly proxy?: ProxySettings | undefined;
  readonly identity: Identity;
  readonly unhandled: Unhandled;
  readonly turns: WorkTurns;
  /** Absent: nothing is timed. */
  readonly onRequest?: OnRequest | undefined;
  readonly log: Logger;
  /** Of signed HTTP requests; writes what is owed over sockets, too. */
  readonly claimRequest: ClaimRequest;
  readonly owedAnswers: Pick<OwedAnswers, 'begin'>;
  readonly logger: BoltLogger;
  readonly fetch: typeof globalThis.fetch;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** The app's end of Slack, in either mode. */
export interface SlackConnection {
  readonly app: SlackApp;
  /** Takes a request to the events path; absent in Socket Mode. */
  readonly handle: HttpReceiver['handle'] | undefined;
  isConnected(): boolean;
  /**
   * Resolves once Slack can reach the app, however long that takes.
   * @throws {ConfigError} when Slack rejects the app-level token for good; a plain error when `drain` comes first
   */
  start(): Promise<void>;
  /** Resolves when Slack has rejected the app-level token for good after the start; it can't reach the app any more. */
  readonly tokenRejected: Promise<ConfigError>;
  /** Takes no more requests, then resolves when those at work are done. */
  drain(): Promise<void>;
}

/** Builds the app's end for one mode; nothing is connected before `start`. */
export function createSlackConnection(options: Options): SlackConnection {
  return options.mode.mode === 'http' ? overHttp(options, options.mode) : overSocket(options, options.mode);
}

/** The identity is known from the start, so Bolt asks Slack nothing before a listener acknowledges. */
function appOptions({ botToken, apiUrl, identity, logger, fetch, now }: Options) {
  const { botId, botUserId, teamId, enterpriseId } = identity;
  return {
    authorize: async () => ({ botToken, botId, botUserId, teamId, ...(enterpriseId && { enterpriseId }) }),
    logger,
    // A look at nothing for each request: no listener keeps anything of a conversation there.
    convoStore: false as const,
    clientOptions: { fetch: createSlackFetch(fetch, now), ...(apiUrl && { slackApiUrl: apiUrl }) },
  };
}

function overHttp(options: Options, { signingSecret }: Extract<SlackMode, { mode: 'http' }>): SlackConnection {
  const receiver = createHttpReceiver({ signingSecret, ...options });
  const app = new SlackApp({ ...appOptions(options), receiver }, options);
  return {
    app,
    handle: (request, response, control) => app.track(receiver.handle(request, response, control)),
    isConnected: () => true,
    start: async () => {},
    tokenRejected: new Promise(() => {}),
    drain: () => app.idle(),
  };
}

function overSocket(options: Options, { appToken }: Extract<SlackMode, { mode: 'socket' }>): SlackConnection {
  const { apiUrl, proxy, log, logger, fetch, now, claimRequest, owedAnswers, onRequest } = options;
  const receiver = createSocketReceiver({
    ...{ appToken, claimRequest, owedAnswers, onRequest },
    apiUrl,
    log,
    logger,
    dispatcher: proxy && createSocketDispatcher(proxy),
    fetch: createSlackFetch(fetch, now),
    now: () => performance.now(),
    random: Math.random,
  });
  const app = new SlackApp({ ...appOptions(options), receiver }, options);
  return {
    app,
    handle: undefined,
    isConnected: receiver.isConnected,
    start: receiver.start,
    tokenRejected: receiver.tokenRejected,
    async drain() {
      await receiver.stop();
      await app.idle();
    },
  };
}
