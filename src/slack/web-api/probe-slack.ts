import { LogLevel, webApi } from '@slack/bolt';
import { clockAhead } from '../../followstats/health/clock-ahead.ts';
import { createSlackFetch } from './slack-fetch.ts';
import { isFinalTokenError } from './token-errors.ts';
import { isSlackError, platformError, reasonOf } from './web-api.ts';

interface Options {
  /** Another root of Slack's Web API. */
  readonly apiUrl: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  /** Of each call, milliseconds. */
  readonly timeoutMs: number;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Why a call of Slack's came to nothing. */
export interface SlackFailure {
  /**
   * `rejected`: the token is no good, for good. `failed`: Slack said something else. `busy`: too many calls. `unreachable`: no answer
   * of Slack's.
   */
  readonly kind: 'rejected' | 'failed' | 'busy' | 'unreachable';
  /** Slack's code, or the network's, or a few words; nothing of the call. */
  readonly reason: string;
}

/** What Slack says of a bot token. */
export interface TokenProbe {
  readonly failure: SlackFailure | undefined;
  /** Whether it is a bot's, as all that the app does needs; of a failure `false`. */
  readonly isBot: boolean;
  /** What it was granted; `undefined` where Slack didn't say. */
  readonly scopes: readonly string[] | undefined;
  /** By how many milliseconds this machine's clock is ahead of Slack's; `undefined` where it didn't answer. */
  readonly aheadMs: number | undefined;
}

/** What comes of asking for a Socket Mode connection, without making one. */
export interface ConnectionProbe {
  readonly failure: SlackFailure | undefined;
  /** Why the host of the socket gave no answer; `undefined` when it did, or wasn't asked. */
  readonly hostFailure: string | undefined;
}

/** Asks Slack once whose the bot token is, and what it may do. Never rejects, except for a bug. */
export async function probeToken(botToken: string, options: Options): Promise<TokenProbe> {
  const { fetch, now } = options;
  let aheadMs: number | undefined;
  const timed: typeof globalThis.fetch = async (input, init) => {
    const askedAt = now();
    const response = await fetch(input, init);
    aheadMs = clockAhead(response.headers.get('date'), askedAt, now());
    return response;
  };
  const client = createClient(botToken, { ...options, fetch: timed });
  try {
    const { bot_id, response_metadata } = await client.auth.test();
    return { failure: undefined, isBot: bot_id !== undefined, scopes: response_metadata?.scopes, aheadMs };
  } catch (error) {
    const failure = toFailure('bot', error);
    // A proxy's clock is not Slack's.
    return { failure, isBot: false, scopes: undefined, aheadMs: isAnswer(failure) ? aheadMs : undefined };
  }
}

/**
 * Asks for the address of a Socket Mode connection, and whether its host answers. No connection is made: one would get requests that
 * are for the app. Never rejects, except for a bug.
 */
export async function probeConnection(appToken: string, options: Options): Promise<ConnectionProbe> {
  const client = createClient(appToken, options);
  try {
    const { url = '' } = await client.apps.connections.open();
    return { failure: undefined, hostFailure: await hostFailure(url, options) };
  } catch (error) {
    return { failure: toFailure('app', error), hostFailure: undefined };
  }
}

/** Any answer will do: without the ticket in its path the address is none of a socket. */
async function hostFailure(url: string, { fetch, timeoutMs }: Options): Promise<string | undefined> {
  if (!URL.canParse(url)) return 'no address';
  const { protocol, host } = new URL(url);
  try {
    const place = `${protocol === 'ws:' ? 'http' : 'https'}://${host}/`;
    const response = await fetch(place, { signal: AbortSignal.timeout(timeoutMs), redirect: 'manual' });
    await response.body?.cancel();
    return undefined;
  } catch (error) {
    return networkReason(error);
  }
}

function createClient(token: string, { apiUrl, fetch, timeoutMs, now }: Options): webApi.WebClient {
  return new webApi.WebClient(token, {
    fetch: createSlackFetch(fetch, now),
    retryConfig: { retries: 0 },
    timeout: timeoutMs,
    rejectRateLimitedCalls: true,
    logger: SILENT,
    ...(apiUrl && { slackApiUrl: apiUrl }),
  });
}

const SILENT: webApi.Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  getLevel: () => LogLevel.ERROR,
  setLevel: () => {},
  setName: () => {},
};

const isAnswer = ({ kind }: SlackFailure): boolean => kind === 'rejected' || kind === 'failed';

function toFailure(token: 'bot' | 'app', error: unknown): SlackFailure {
  const code = platformError(error);
  if (isFinalTokenError(token, code)) return { kind: 'rejected', reason: code ?? '' };
  if (!isSlackError(error)) throw error;
  const reason = reasonOf(error);
  if (reason === 'ratelimited') return { kind: 'busy', reason };
  return code === reason ? { kind: 'failed', reason } : { kind: 'unreachable', reason: networkReason(error) };
}

/** The code of what lies deepest: Node's and OpenSSL's are in capitals, those of the SDK aren't. */
function networkReason(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === 'TimeoutError') return 'no answer in time';
    if ('code' in cause && typeof cause.code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(cause.code))
      return cause.code;
  }
  const reason = reasonOf(error);
  return /Error$/.test(reason) ? 'the answer broke off' : reason;
}
