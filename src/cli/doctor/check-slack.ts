import type { Config } from '../../config.ts';
import { judgeMost, SLACK_CLOCK } from '../../followstats/health/limits.ts';
import {
  type ConnectionProbe,
  probeConnection,
  probeToken,
  type SlackFailure,
  type TokenProbe,
} from '../../slack/web-api/probe-slack.ts';
import { missingScopes } from '../../slack/web-api/scopes.ts';
import { all, type Finding, type Findings, fail, ok, skip, warn } from './check.ts';
import { CLOCK_FIX, clockWords, networkFix } from './network-fix.ts';

interface Options {
  readonly slack: Config['slack'];
  readonly fetch: typeof globalThis.fetch;
  /** Of each call, milliseconds. */
  readonly timeoutMs: number;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** The codes of a token that was good once. */
const WAS_GOOD: ReadonlySet<string> = new Set(['account_inactive', 'token_expired', 'token_revoked']);
const LATER: Finding = warn(
  'Slack takes no more calls at the moment (ratelimited).',
  'Wait a minute, and run the doctor again.',
);
const LATER_FIX =
  'Run the doctor again in a minute; if it stays so, look at slack-status.com, and at SLACK_API_URL if it is set.';

/** Asks Slack about the bot token, then, in Socket Mode, for a connection that isn't made: it would take requests from the app. */
export async function checkSlack({ slack, ...options }: Options): Promise<Findings> {
  const probing = { apiUrl: slack.apiUrl, ...options };
  const token = await probeToken(slack.botToken, probing);
  const clock = { 'slack-clock': judgeClock(token) };
  if (token.failure?.kind === 'unreachable') {
    const finding = fail(`Slack cannot be reached: ${token.failure.reason}.`, networkFix('SLACK_API_URL'));
    return {
      ...all(['slack-token', 'slack-scopes'], skip('Slack cannot be reached.')),
      ...clock,
      'slack-connection': finding,
    };
  }
  return {
    'slack-token': judgeToken(token),
    'slack-scopes': judgeScopes(token),
    'slack-connection':
      slack.mode === 'socket'
        ? judgeConnection(await probeConnection(slack.appToken, probing))
        : ok('Slack answers; over HTTP its own requests come from outside, which only Slack can try.'),
    ...clock,
  };
}

function judgeToken({ failure, isBot }: TokenProbe): Finding {
  if (!failure)
    return isBot
      ? ok('Slack knows the bot token.')
      : fail(
          'SLACK_BOT_TOKEN is not the token of a bot.',
          'Put the Bot User OAuth Token (xoxb-…) of the app into SLACK_BOT_TOKEN.',
        );
  if (failure.kind === 'busy') return LATER;
  if (failure.kind === 'failed') return fail(`Slack answered ${failure.reason}.`, LATER_FIX);
  const fix = WAS_GOOD.has(failure.reason)
    ? 'Install the app in the workspace again, and put its new Bot User OAuth Token into SLACK_BOT_TOKEN.'
    : 'Copy the Bot User OAuth Token (xoxb-…) of the app into SLACK_BOT_TOKEN again.';
  return fail(`Slack refuses SLACK_BOT_TOKEN (${failure.reason}).`, fix);
}

function judgeScopes({ failure, scopes }: TokenProbe): Finding {
  if (failure) return skip('The token has to be right first.');
  if (!scopes) return skip('Slack did not say what the token may do.');
  const fix = 'Give the app the manifest slack-manifest.yml again, and install it again with every scope ticked.';
  const required = missingScopes(scopes, 'required');
  if (required.length > 0)
    return fail(`The bot token lacks ${required.join(', ')}, which the app cannot do without.`, fix);
  const optional = missingScopes(scopes, 'optional');
  if (optional.length > 0)
    return warn(`The bot token lacks ${optional.join(', ')}; what that leaves out stands in manifest/README.md.`, fix);
  return ok('The bot token has every scope of the manifest.');
}

function judgeConnection({ failure, hostFailure }: ConnectionProbe): Finding {
  if (!failure)
    return hostFailure === undefined
      ? ok('Slack gives a Socket Mode connection, and its host answers.')
      : fail(`The host of Slack’s Socket Mode cannot be reached: ${hostFailure}.`, networkFix('SLACK_API_URL'));
  if (failure.kind === 'busy') return LATER;
  return judgeConnectionFailure(failure);
}

function judgeConnectionFailure({ kind, reason }: SlackFailure): Finding {
  if (kind === 'unreachable') return fail(`Slack cannot be reached: ${reason}.`, networkFix('SLACK_API_URL'));
  if (kind === 'failed')
    return fail(
      `Slack gives no Socket Mode connection (${reason}).`,
      `Switch Socket Mode on for the app. ${LATER_FIX}`,
    );
  return fail(
    `Slack refuses SLACK_APP_TOKEN (${reason}).`,
    'Make an app-level token with the scope connections:write under Basic Information of the app, and put it into SLACK_APP_TOKEN.',
  );
}

function judgeClock({ aheadMs }: TokenProbe): Finding {
  if (aheadMs === undefined) return skip('Slack told no time.');
  const health = judgeMost(Math.abs(aheadMs), SLACK_CLOCK);
  const what = clockWords(aheadMs, 'Slack’s');
  if (health === 'ok') return ok(what);
  return health === 'warn' ? warn(what, CLOCK_FIX) : fail(what, CLOCK_FIX);
}
