import { ConfigError } from '../../errors.ts';
import { platformError } from '../web-api/web-api.ts';

/**
 * What `apps.connections.open` says when no waiting makes the app-level token right. Everything else passes, or may: it is
 * asked again, with its reason in the log.
 */
const REFUSED_FOR_GOOD: ReadonlySet<string> = new Set([
  'access_denied',
  'account_inactive',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'forbidden_team',
  'invalid_auth',
  'is_inactive',
  'missing_args',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'team_access_not_granted',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
  'user_removed_from_team',
]);

/** The fault of the configuration that an error of `apps.connections.open` shows; `undefined` for one that may pass. */
export function appTokenError(error: unknown): ConfigError | undefined {
  const code = platformError(error);
  if (code === undefined || !REFUSED_FOR_GOOD.has(code)) return undefined;
  return new ConfigError([
    `SLACK_APP_TOKEN was refused by Slack (${code}); it must be an app-level token (xapp-…) of this app with the scope connections:write`,
  ]);
}
