import { COMMAND_KINDS, type CommandOutcome } from '../../../src/followstats/commands/command-ends.ts';
import { createMetrics } from '../../../src/ops/metrics/metrics.ts';
import { METHODS, outcomeOf } from '../../../src/slack/note-calls.ts';
import { outcomeOfCode } from '../../../src/tencent/call-outcome.ts';
import { CODES } from '../../../src/tencent/error-codes.ts';

/** As product.md has them; a value that is missing in one of these doesn't compile. */
const OUTCOMES: Readonly<Record<CommandOutcome, true>> = {
  answered: true,
  refused: true,
  wrong: true,
  failed: true,
  busy: true,
};
const CHAT_COMMANDS = ['follow_get_info', 'follow_get', 'follow_check', 'portrait_get'];
const CHAT_OUTCOMES = [
  ...[0, ...Object.keys(CODES).map(Number), 1].map(outcomeOfCode),
  ...['timeout', 'unreachable', 'garbled', 'changed', 'broken', 'status_502', 'status_other'],
];
const SLACK_ERRORS = [
  ...['account_inactive', 'invalid_auth', 'missing_scope', 'not_authed', 'not_allowed_token_type', 'token_expired'],
  ...['token_revoked', 'internal_error', 'fatal_error', 'service_unavailable', 'no_such_code'],
];
const SLACK_OUTCOMES = [
  ...SLACK_ERRORS.map((error) => outcomeOf(200, JSON.stringify({ ok: false, error }), true)),
  ...['ok', 'timeout', 'unreachable', outcomeOf(429, '', true), outcomeOf(503, '', true), outcomeOf(200, '<', true)],
];
const WEBHOOKS = [
  ...['kept', 'waiting', 'lost', 'ignored', 'malformed', 'forged', 'stale', 'other-app', 'too-large', 'unread'],
  'unready',
];
const OPERATIONS = ['acquire', 'begin', 'commit', 'rollback', 'select', 'insert', 'update', 'delete', 'other'];

const RUN_STATES = ['posted', 'skipped', 'failed', 'unknown', 'missed'];

/** A page on which every metric has all of its labels, each with every value that it may have. */
export async function samplePage(): Promise<string> {
  let ms = 0;
  const metrics = createMetrics({ store: 'sqlite', mode: 'http', monotonic: () => (ms += 10) });
  for (const kind of COMMAND_KINDS)
    for (const outcome of Object.keys(OUTCOMES)) metrics.commandEnded({ kind, outcome, ms: 100 });
  metrics.requestCame()();
  for (const command of CHAT_COMMANDS) {
    for (const outcome of CHAT_OUTCOMES) metrics.chatCallBegan(command)(outcome);
    metrics.permitAsked(command)();
  }
  metrics.watchWaiting(() => 2);
  metrics.watchWaiting(() => 3);
  metrics.cacheRead(1, 2);
  for (const method of [...METHODS, 'upload', 'response_url', 'other'])
    for (const outcome of SLACK_OUTCOMES) metrics.slackCallEnded(method, outcome);
  for (const state of RUN_STATES) metrics.digestRunsEnded(state, 1);
  metrics.digestPosted(1500);
  for (const outcome of RUN_STATES) metrics.alertEnded(outcome);
  for (const outcome of WEBHOOKS) metrics.webhookCame(outcome);
  for (const operation of OPERATIONS) metrics.storeOperationBegan(operation)();
  return (await metrics.read()).text;
}
