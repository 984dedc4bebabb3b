import { webApi } from '@slack/bolt';
import { ConfigError } from '../errors.ts';
import type { BoltLogger } from './bolt-logger.ts';

export type WebClient = webApi.WebClient;

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
  /** Waits for a Slack that is away for minutes, as a start should and a person's question should not. */
  readonly isPatient: boolean;
}

/** What `auth.test` says when no waiting will make the token right. */
const REFUSED = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'no_permission',
]);

/**
 * The Web API as people's questions need it: a person waits for the answer, so few retries, a time limit (the SDK has
 * none and retries for half an hour), and a 429 told instead of waited for.
 */
export function createWebClient({ botToken, apiUrl, logger, isPatient }: Options): WebClient {
  return new webApi.WebClient(botToken, {
    retryConfig: isPatient ? webApi.retryPolicies.tenRetriesInAboutThirtyMinutes : { retries: 1, minTimeout: 200 },
    timeout: isPatient ? 10_000 : 3000,
    rejectRateLimitedCalls: !isPatient,
    logger,
    ...(apiUrl && { slackApiUrl: apiUrl }),
  });
}

/**
 * Asks Slack who the token belongs to.
 * @throws {ConfigError} when Slack refuses the token; other errors as the SDK gives them
 */
export async function readIdentity(web: WebClient): Promise<Identity> {
  try {
    const { team_id, enterprise_id, bot_id, user_id } = await web.auth.test();
    if (!team_id || !bot_id || !user_id) throw new ConfigError(['SLACK_BOT_TOKEN is not the token of a bot user']);
    return { teamId: team_id, enterpriseId: enterprise_id ?? undefined, botId: bot_id, botUserId: user_id };
  } catch (error) {
    const refusal = platformError(error);
    if (refusal && REFUSED.has(refusal)) throw new ConfigError([`SLACK_BOT_TOKEN was refused by Slack (${refusal})`]);
    throw error;
  }
}

/** Whether an error is Slack's, its network's or its rate limit's, and not the app's own. */
export function isSlackTrouble(error: unknown): error is Error {
  return error instanceof webApi.SlackError;
}

/** Slack's `error` code, when Slack answered and refused. */
export function platformError(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}
