/** What Slack says of any token when no waiting makes it right. */
const OF_ANY_TOKEN: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'no_permission',
  'not_authed',
  'token_expired',
  'token_revoked',
]);

/** What `apps.connections.open` says, beside these, of an app-level token. */
const OF_APP_TOKEN: ReadonlySet<string> = new Set([
  'access_denied',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'forbidden_team',
  'is_inactive',
  'missing_args',
  'missing_scope',
  'not_allowed_token_type',
  'team_access_not_granted',
  'team_disabled',
  'two_factor_setup_required',
  'user_removed_from_team',
]);

/**
 * Whether Slack rejects a token for good. Any other error may pass, and the call is worth making again.
 * @param code Slack's `error`, if it answered with one
 */
export function isFinalTokenError(token: 'bot' | 'app', code: string | undefined): boolean {
  if (code === undefined) return false;
  return OF_ANY_TOKEN.has(code) || (token === 'app' && OF_APP_TOKEN.has(code));
}
