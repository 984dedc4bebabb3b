import { webApi } from '@slack/bolt';
import { isPermanentError } from '../../digests/delivery/permanent-errors.ts';

/** Slack rejected a message for what is in it: a plainer one may be taken. */
export class ContentRejected extends Error {
  override readonly name = 'ContentRejected';
  /** Slack's own code, or `http_413` and the like. */
  readonly code: string;
  constructor(code: string) {
    super(`Slack rejected the content: ${code}`);
    this.code = code;
  }
}

/** Slack's codes that have nothing to do with what a message says. Every other code is taken for a rejection of its content. */
const NOT_CONTENT: ReadonlySet<string> = new Set([
  // The place or the person.
  ...['user_not_in_channel', 'user_not_found', 'users_not_found', 'user_disabled', 'cannot_dm_bot', 'not_in_group'],
  ...['channel_is_archived', 'channel_is_limited_access', 'channel_type_not_supported', 'is_inactive', 'no_user'],
  ...['invalid_channel', 'invalid_user', 'user_not_visible', 'thread_not_found', 'invalid_thread_ts', 'no_channel'],
  ...['posting_to_general_channel_denied', 'cannot_reply_to_message', 'not_enabled', 'external_channel_migrating'],
  // The token, the team, the app's permissions.
  ...['not_authed', 'token_expired', 'no_permission', 'not_allowed_token_type', 'access_denied', 'ekm_access_denied'],
  ...['enterprise_is_restricted', 'team_access_not_granted', 'team_not_found', 'team_added_to_org', 'team_disabled'],
  ...['org_login_required', 'accesslimited', 'two_factor_setup_required', 'invalid_token', 'action_prohibited'],
  ...['unknown_method', 'method_deprecated', 'deprecated_endpoint', 'as_user_not_supported', 'not_allowed'],
  // How often and when.
  ...['ratelimited', 'rate_limited', 'message_limit_exceeded', 'service_unavailable', 'request_timeout'],
  // A view or its trigger.
  ...['not_found', 'view_not_found', 'hash_conflict', 'duplicate_external_id', 'push_limit_reached'],
  ...['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id', 'trigger_expired', 'trigger_exchanged'],
  // A `response_url`.
  ...['used_url', 'expired_url', 'invalid_url', 'no_service', 'no_service_id', 'no_active_hooks', 'no_team'],
]);

/** Of these Slack says that part of what was asked may have been done. They were seen for the cells of tables, too. */
const HALF_DONE: ReadonlySet<string> = new Set(['internal_error', 'fatal_error', 'rollup_error']);

/** HTTP statuses below 500 that are about who asks, where or how often. */
const NOT_CONTENT_STATUS: ReadonlySet<number> = new Set([401, 402, 403, 404, 405, 407, 408, 410, 421, 425, 429, 451]);

const CODE = /^[a-z][a-z0-9_]*$/;

/** Whether this looks like a code of Slack's. What a proxy says instead of Slack the SDK passes off as one. */
export function isSlackCode(text: string): boolean {
  return CODE.test(text);
}

/** Whether Slack may have done part of what it answered with this code. */
export function isHalfDone(code: string | undefined): boolean {
  return code !== undefined && HALF_DONE.has(code);
}

/** What Slack answered to a message. */
export interface SlackRejection {
  /** HTTP. */
  readonly status: number;
  /** Slack's `error`, where there is one. */
  readonly code: string | undefined;
}

/**
 * Whether an answer is about the content of the message sent: any rejection that isn't about its place, the permissions or
 * the rate. Half-done ones count as such; whether the message may be sent again then is the sender's to decide.
 * @returns the code for the log, `http_400` and the like where Slack gave none; `undefined` when it is about something else
 */
export function rejectedContent({ status, code }: SlackRejection): string | undefined {
  if (isHalfDone(code)) return code;
  if (status !== 200 && (status < 400 || status >= 500 || NOT_CONTENT_STATUS.has(status))) return undefined;
  if (code === undefined) return status === 200 ? undefined : `http_${status}`;
  const isElse =
    !isSlackCode(code) || NOT_CONTENT.has(code) || code.startsWith('restricted_action') || isPermanentError(code);
  return isElse ? undefined : code;
}

/** `rejectedContent` of what Slack answered when the SDK threw this; `undefined` also when no answer came. */
export function rejectedContentOf(error: unknown): string | undefined {
  const rejection = readRejection(error);
  return rejection && rejectedContent(rejection);
}

function readRejection(error: unknown): SlackRejection | undefined {
  if (error instanceof webApi.WebAPIPlatformError) return { status: 200, code: error.data.error };
  if (!(error instanceof webApi.WebAPIHTTPError)) return undefined;
  const { statusCode: status, body } = error;
  return { status, code: readCode(typeof body === 'string' ? body : JSON.stringify(body ?? '')) };
}

/** Reads an answer that is a bare code, or JSON with `error`; only what looks like a code is given, and `ok` is none. */
export function readCode(text: string): string | undefined {
  const code = /^\s*(?:\{.*"error"\s*:\s*"([a-z][a-z0-9_]*)".*\}|([a-z][a-z0-9_]*))\s*$/s.exec(text);
  const error = code?.[1] ?? code?.[2];
  return error === 'ok' ? undefined : error;
}
