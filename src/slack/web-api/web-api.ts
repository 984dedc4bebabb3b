import { webApi } from '@slack/bolt';
import { ConfigError } from '../../errors.ts';
import { retryForever } from '../../retry-forever.ts';
import type { BoltLogger } from './bolt-logger.ts';
import { createSlackFetch } from './slack-fetch.ts';
import { isFinalTokenError } from './token-errors.ts';

/** The SDK's client of Slack's Web API. A call that fails rejects with an error of the SDK; `reasonOf` says why in a word that is safe to log. */
export type WebClient = webApi.WebClient;

/** A client that makes each call once. Only `createPostingClient` makes one, so that no other client can post for a digest. */
export type PostingClient = WebClient & { readonly __retries: 0 };

/** Whose app this is, as `auth.test` says. */
export interface Identity {
  readonly teamId: string;
  readonly enterpriseId: string | undefined;
  readonly botId: string;
  readonly botUserId: string;
}

interface Options {
  readonly botToken: string;
  readonly apiUrl: string | undefined;
  readonly logger: BoltLogger;
  readonly fetch: typeof globalThis.fetch;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/**
 * The Web API for calls that a person waits for: one retry, a time limit of three seconds an attempt (the SDK has none and
 * retries for half an hour), and a 429 rejects instead of being waited for.
 */
export function createWebClient({ botToken, apiUrl, logger, fetch, now }: Options): WebClient {
  return new webApi.WebClient(botToken, {
    fetch: createSlackFetch(fetch, now),
    retryConfig: { retries: 1, minTimeout: 200 },
    timeout: 3000,
    rejectRateLimitedCalls: true,
    logger,
    ...(apiUrl && { slackApiUrl: apiUrl }),
  });
}

/** Slack usually answers a post within a second; one without an answer after this may have been taken. */
const POST_TIMEOUT_MS = 10_000;

/** The Web API for posts that must not appear twice: each call is made once, whatever comes of it. */
export function createPostingClient({ botToken, apiUrl, logger, fetch, now }: Options): PostingClient {
  const client = new webApi.WebClient(botToken, {
    fetch: createSlackFetch(fetch, now),
    retryConfig: { retries: 0 },
    timeout: POST_TIMEOUT_MS,
    rejectRateLimitedCalls: true,
    logger,
    ...(apiUrl && { slackApiUrl: apiUrl }),
  });
  return client as PostingClient;
}

interface Patience {
  /** Ends the asking. */
  readonly signal: AbortSignal;
  /** Called with each failure, and how long is waited after it. */
  readonly onWait: (reason: string, waitMs: number) => void;
  /** The first wait, milliseconds; each later one is twice as long, up to 30 s. */
  readonly firstWaitMs?: number;
}

/**
 * Asks Slack who the token belongs to, again and again while Slack can't be reached.
 * @throws {ConfigError} when Slack rejects the token; the signal's reason when it aborts
 */
export function readIdentity(web: WebClient, { firstWaitMs = 1000, ...patience }: Patience): Promise<Identity> {
  const transientReason = (error: unknown) => (isSlackError(error) ? reasonOf(error) : undefined);
  return retryForever(() => askIdentity(web), { ...patience, firstWaitMs, transientReason });
}

async function askIdentity(web: WebClient): Promise<Identity> {
  try {
    const { team_id, enterprise_id, bot_id, user_id } = await web.auth.test();
    if (!team_id || !bot_id || !user_id) throw new ConfigError(['SLACK_BOT_TOKEN is not the token of a bot user']);
    return { teamId: team_id, enterpriseId: enterprise_id ?? undefined, botId: bot_id, botUserId: user_id };
  } catch (error) {
    const code = platformError(error);
    if (isFinalTokenError('bot', code)) throw new ConfigError([`SLACK_BOT_TOKEN was refused by Slack (${code})`]);
    throw error;
  }
}

/** Where something between the app and Slack answers with a page of its own, the SDK takes the whole page for a code. */
const CODE = /^[a-z][\w.:-]{0,79}$/i;

/** Why a call of Slack's failed, for the log and for people: Slack's code, or the innermost code of the network's error. */
export function reasonOf(error: unknown): string {
  const platformCode = platformError(error);
  if (platformCode) return CODE.test(platformCode) ? platformCode : 'an answer that is not Slack’s';
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof webApi.WebAPIHTTPError) return `HTTP ${error.statusCode}`;
  if (!(error instanceof Error)) return 'no answer';
  const code =
    'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code) ? error.code : undefined;
  return code ?? (error.cause ? reasonOf(error.cause) : error.name);
}

/** Whether an error is Slack's, its network's or its rate limit's, and not the app's own. */
export function isSlackError(error: unknown): error is Error {
  return error instanceof webApi.SlackError;
}

/** For how long Slack takes no more such calls, seconds, when that is why one failed. */
export function retryAfterOf(error: unknown): number | undefined {
  return error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter : undefined;
}

/** Slack's `error` code, when Slack answered with one. */
export function platformError(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}
