/**
 * Slack's codes for a post that will be rejected at the next slot, too, however long the wait: the digest is paused and its
 * owner notified, once. Grouped by what has to be done about them. The codes are Slack's own, from the pages of
 * `chat.postMessage` and of its errors in general; they are kept in the store as they are.
 */
const PERMANENT = {
  /** The app has to be invited. */
  'not-a-member': ['not_in_channel'],
  'no-channel': ['channel_not_found'],
  archived: ['is_archived', 'is_inactive'],
  /** Who may post there is restricted; `restricted_action…` belongs here, too. */
  restricted: ['restricted_action', 'channel_is_limited_access', 'posting_to_general_channel_denied', 'no_permission'],
  /** The workspace, or the organisation it is part of, keeps the app out; `ekm_…` belongs here, too. */
  workspace: [
    'team_access_not_granted',
    'team_not_found',
    'enterprise_is_restricted',
    'ekm_access_denied',
    'access_denied',
    'accesslimited',
    'org_login_required',
    'two_factor_setup_required',
  ],
  'messages-off': ['messages_tab_disabled'],
  /** Of direct messages: the other side. */
  person: ['user_disabled', 'user_not_found', 'cannot_dm_bot'],
  scope: ['missing_scope', 'not_allowed_token_type'],
  deactivated: ['account_inactive'],
  revoked: ['token_revoked'],
  expired: ['token_expired'],
  token: ['invalid_auth', 'not_authed'],
} as const;

/** What has to be done about a permanent error. */
export type ErrorClass = keyof typeof PERMANENT;

/** A code of Slack's for a permanent error. Slack adds to the two families now and then, so those go by how they begin. */
export type PermanentError = (typeof PERMANENT)[ErrorClass][number] | `restricted_action_${string}` | `ekm_${string}`;

/** All of them but for the two families. */
export const PERMANENT_CODES: readonly string[] = Object.values(PERMANENT).flat();

const CLASSES: ReadonlyMap<string, ErrorClass> = new Map(
  Object.entries(PERMANENT).flatMap(([kind, codes]) => codes.map((code) => [code, kind as ErrorClass] as const)),
);

/** @returns what has to be done about a code of Slack's; `undefined` for one that is transient or not known */
export function errorClass(code: string): ErrorClass | undefined {
  if (code.startsWith('restricted_action_')) return 'restricted';
  if (code.startsWith('ekm_')) return 'workspace';
  return CLASSES.get(code);
}

/** Whether Slack's code is one for a permanent error. */
export function isPermanentError(code: string | undefined): code is PermanentError {
  return code !== undefined && errorClass(code) !== undefined;
}

/** Slack's codes for failures of its own, of which it says that nothing was done. */
const TRANSIENT: ReadonlySet<string> = new Set(['service_unavailable', 'team_added_to_org', 'request_timeout']);

/** Whether Slack's code is one for a transient failure of its own. */
export function isTransientError(code: string): boolean {
  return TRANSIENT.has(code);
}

/** Slack rejected a slot's post by a code that isn't known to be permanent: the code follows. */
export type UnknownError = `slack-refused:${string}`;

/** The third scheduled slot of a digest in a row that ended so: by now the error counts as permanent. */
export type RepeatedError = `slack-refused-thrice:${string}`;

const UNKNOWN = 'slack-refused:';
const REPEATED = 'slack-refused-thrice:';

/** Returns why a run failed whose post Slack rejected by this code. */
export function toFailReason(code: string): PermanentError | UnknownError {
  return isPermanentError(code) ? code : `${UNKNOWN}${code}`;
}

/** Whether a run's reason holds a code of Slack's that isn't known to be permanent. */
export function isUnknownError(reason: string): reason is UnknownError {
  return reason.startsWith(UNKNOWN);
}

/** Whether a run's reason says that such an error came three times in a row. */
export function isRepeatedError(reason: string): reason is RepeatedError {
  return reason.startsWith(REPEATED);
}

/** Returns the reason for the slot whose rejection is one too many. */
export function toRepeated(reason: UnknownError): RepeatedError {
  return `${REPEATED}${codeOf(reason)}`;
}

/** Returns Slack's code from a reason that holds one. */
export function codeOf(reason: UnknownError | RepeatedError): string {
  return reason.slice(reason.indexOf(':') + 1);
}
