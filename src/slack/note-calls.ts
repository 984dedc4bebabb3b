import { PERMANENT_CODES } from '../digests/delivery/permanent-errors.ts';
import type { PostJson } from './sending/post-json.ts';

/** Takes each call to Slack when it has ended: both words are of closed sets, whatever Slack says. */
export type OnSlackCall = (method: string, outcome: string) => void;

/** What the app calls of Slack's Web API, by the names of its documents; any other is `other`. */
export const METHODS: ReadonlySet<string> = new Set([
  ...['apps.connections.open', 'auth.test', 'chat.postEphemeral', 'chat.postMessage', 'chat.update'],
  ...['conversations.history', 'conversations.info', 'conversations.members', 'conversations.open'],
  ...['conversations.replies', 'files.completeUploadExternal', 'files.getUploadURLExternal'],
  ...['usergroups.users.list', 'users.info', 'views.open', 'views.publish', 'views.push', 'views.update'],
]);

/** Codes that say what to do, or that the app makes something of; any other is `error_other`. */
const CODES: ReadonlySet<string> = new Set([
  ...PERMANENT_CODES,
  // Of Slack's own.
  ...['internal_error', 'fatal_error', 'rollup_error', 'service_unavailable', 'request_timeout', 'team_added_to_org'],
  // What is in a message or a view, and where it is.
  ...['invalid_blocks', 'invalid_arguments', 'msg_too_long', 'no_text', 'message_not_found', 'cant_update_message'],
  ...['thread_not_found', 'user_not_in_channel', 'users_not_found', 'user_not_visible', 'view_not_found', 'not_found'],
  ...['hash_conflict', 'push_limit_reached', 'expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id'],
  ...['used_url', 'expired_url', 'invalid_url'],
]);

/** Slack adds to these now and then. */
const FAMILIES = { restricted_action_: 'restricted_action', ekm_: 'ekm_access_denied' } as const;

const SLACK_API = 'https://slack.com/api/';

/**
 * The same `fetch`, which takes note of every call: each attempt is one.
 * @param apiUrl the root of Slack's Web API, where it is another one. What lies elsewhere is the place of an upload
 * @returns rejects as `fetch` does, and also when an answer breaks off
 */
export function withCallNotes(
  fetch: typeof globalThis.fetch,
  apiUrl: string | undefined,
  onCall: OnSlackCall,
): typeof globalThis.fetch {
  const root = (apiUrl ?? SLACK_API).replace(/\/*$/, '/');
  return async (input, init) => {
    const method = methodOf(input instanceof Request ? input.url : String(input), root);
    const { body, status, statusText, headers } = await noteFailure(readWhole(fetch, input, init), method, onCall);
    onCall(method, outcomeOf(status, new TextDecoder().decode(body), method !== 'upload'));
    // Throws for a status above 599, which some proxies have: behind the count, so that the call is counted once.
    return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
  };
}

/** The same for what is posted to response URLs. */
export function withPostNotes(postJson: PostJson, onCall: OnSlackCall): PostJson {
  return async (...call) => {
    const answer = await noteFailure(postJson(...call), 'response_url', onCall);
    onCall('response_url', outcomeOf(answer.status, answer.text, false));
    return answer;
  };
}

async function noteFailure<Answer>(answer: Promise<Answer>, method: string, onCall: OnSlackCall): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    const isLate = error instanceof Error && /^(Abort|Timeout)Error$/.test(error.name);
    onCall(method, isLate ? 'timeout' : 'unreachable');
    throw error;
  }
}

async function readWhole(fetch: typeof globalThis.fetch, ...[input, init]: Parameters<typeof globalThis.fetch>) {
  const response = await fetch(input, init);
  const { status, statusText, headers } = response;
  return { body: await response.arrayBuffer(), status, statusText, headers };
}

/** Returns what is called, in a word of a closed set; nothing of the address, which may be a secret. */
function methodOf(url: string, root: string): string {
  const [path = ''] = url.split('?', 1);
  if (path.startsWith(root)) {
    const name = path.slice(root.length);
    return METHODS.has(name) ? name : 'other';
  }
  return 'upload';
}

/** Returns what came of an answer. @param isJson whether it has to be one of the Web API's */
export function outcomeOf(status: number, text: string, isJson: boolean): string {
  if (status === 429) return 'ratelimited';
  const answer = readAnswer(text);
  if (answer?.ok === false) return codeOf(answer.error);
  if (status < 200 || status > 299) return status >= 100 && status <= 599 ? `status_${status}` : 'status_other';
  return isJson && !answer ? 'garbled' : 'ok';
}

function codeOf(error: unknown): string {
  const code = String(error);
  if (CODES.has(code)) return code;
  const family = Object.entries(FAMILIES).find(([beginning]) => code.startsWith(beginning));
  return family ? family[1] : 'error_other';
}

function readAnswer(text: string): { readonly ok?: unknown; readonly error?: unknown } | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}
