import { expect, onTestFinished, test } from 'vitest';
import type { ChatFault } from '../../src/demo/chat/faults.ts';
import type { SlackFault } from '../../src/demo/slack/types.ts';
import { metricsWhen, readMetrics } from './read-metrics.ts';
import { sendWebhook, WEBHOOK_TOKEN } from './webhook-request.ts';
import { CHANNELS, createWorld, PEOPLE, SECRET_KEY, type World, type WorldOptions } from './world.ts';

async function open({ env, ...options }: WorldOptions = {}): Promise<World> {
  const world = await createWorld({ ...options, env: { METRICS_PORT: '0', ...env } });
  onTestFinished(() => world.stop());
  return world;
}

const CALLS = 'followstats_chat_calls_total';
const COUNTS = { command: 'follow_get_info' };
const place = { personId: PEOPLE.viewer, channelId: CHANNELS.community };

test('the page is served to GET and HEAD alone, and nothing else is there', async () => {
  const { metricsUrl: url } = await open();
  const got = await fetch(url);
  expect(got.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await got.text()).toContain('\n# TYPE followstats_commands_total counter\n');
  const head = await fetch(url, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect((await fetch(`${url}?name=x`)).status).toBe(200);
  const posted = await fetch(url, { method: 'POST' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET']);
  for (const path of ['/', '/healthz', '/slack/events', '/metrics/', '/tencent/webhook'])
    expect((await fetch(new URL(path, url))).status).toBe(404);
});

test('without METRICS_PORT there is no page, also not on the app’s own port', async () => {
  const world = await open({ env: { METRICS_PORT: '' } });
  expect(world.metricsUrl).toContain(':undefined/');
  expect((await fetch(`${world.url}/metrics`)).status).toBe(404);
});

test.each(['http', 'socket'] as const)(
  'what runs in mode %s is on the page, with the process’s own numbers',
  async (mode) => {
    const world = await open({ mode });
    await world.ask('/followstats alice');
    const page = await readMetrics(world.metricsUrl);
    const labels = { version: '0.1.0', node: process.versions.node, store: 'sqlite', mode };
    expect(page.samples.filter(({ name }) => name === 'followstats_build_info')).toEqual([
      { name: 'followstats_build_info', labels, value: 1 },
    ]);
    expect(page.sum('followstats_ack_seconds_count')).toBe(1);
    expect(page.sum('process_start_time_seconds')).toBeGreaterThan(0);
    expect(page.sum('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
  },
);

test('two apps in one process count each for itself', async () => {
  const [one, other] = [await open(), await open()];
  await one.ask('/followstats alice');
  await metricsWhen(one.metricsUrl, (page) => page.sum('followstats_commands_total') === 1);
  expect((await readMetrics(other.metricsUrl)).sum('followstats_commands_total')).toBe(0);
});

test('accounts are found in the cache the second time, and calls to Chat are counted and timed', async () => {
  const world = await open();
  await world.ask('/followstats alice bob');
  const answer = await world.ask('/followstats alice carol');
  // Past the cache.
  await world.press(answer, 'followstats_refresh');
  const page = await readMetrics(world.metricsUrl);
  const cache = (result: string) => page.sum('followstats_cache_total', { result });
  expect([cache('hit'), cache('miss')]).toEqual([1, 3]);
  expect(page.sum(CALLS, { ...COUNTS, outcome: 'ok' })).toBe(world.countCalls.length);
  expect(page.sum(CALLS, { command: 'portrait_get', outcome: 'ok' })).toBeGreaterThan(0);
  expect(page.sum('followstats_chat_call_seconds_count', COUNTS)).toBe(world.countCalls.length);
  expect(page.sum('followstats_chat_call_seconds_sum', COUNTS)).toBeGreaterThan(0);
  expect(page.sum('followstats_budget_wait_seconds_count', COUNTS)).toBe(world.countCalls.length);
});

test.each<[outcome: string, fault: ChatFault]>([
  ['code_30006', { kind: 'code', code: 30006 }],
  ['code_60007', { kind: 'code', code: 60007 }],
  ['code_other', { kind: 'code', code: 123456 }],
  ['status_502', { kind: 'status', status: 502 }],
  ['garbled', { kind: 'html' }],
  ['garbled', { kind: 'truncated' }],
  ['changed', { kind: 'wrong-shape' }],
  ['unreachable', { kind: 'reset' }],
  ['timeout', { kind: 'hang' }],
])('a call to Chat ends as %s', async (outcome, fault) => {
  const world = await open({ env: { TENCENT_TIMEOUT_MS: '300' }, seams: { retryDelayMs: 1 } });
  world.chat.setFaults([{ ...fault, command: 'follow_get_info', times: 1 }]);
  await world.ask('/followstats alice');
  const page = await metricsWhen(world.metricsUrl, (one) => one.sum(CALLS, { ...COUNTS, outcome }) > 0);
  expect(page.sum(CALLS, { ...COUNTS, outcome })).toBe(1);
});

test('calls wait for their share of a small budget, and the accounts that wait are seen', async () => {
  const accounts = Array.from({ length: 60 }, (_, n) => `account_${n}`);
  const world = await open({
    env: { TENCENT_MAX_CALLS_PER_SECOND: '2', FOLLOWSTATS_NAMES: 'off' },
    chat: { accounts, follows: [] },
  });
  const asking = world.ask(`/followstats ${accounts.join(' ')}`);
  await metricsWhen(world.metricsUrl, (page) => page.sum('followstats_waiting_accounts') > 0);
  await asking;
  const page = await readMetrics(world.metricsUrl);
  expect(page.sum('followstats_waiting_accounts')).toBe(0);
  const within = page.sum('followstats_budget_wait_seconds_bucket', { ...COUNTS, le: '0.25' });
  expect(page.sum('followstats_budget_wait_seconds_count', COUNTS)).toBeGreaterThan(within);
});

test.each<[method: string, outcome: string, fault: SlackFault]>([
  ['response_url', 'status_503', { kind: 'status', method: 'response_url', status: 503, times: 1 }],
  ['response_url', 'ratelimited', { kind: 'rate-limit', method: 'response_url', retryAfterSeconds: 0, times: 1 }],
  ['response_url', 'expired_url', { kind: 'refuse', method: 'response_url', error: 'expired_url', times: 1 }],
  ['response_url', 'error_other', { kind: 'refuse', method: 'response_url', error: 'alices_own_error', times: 1 }],
  ['response_url', 'unreachable', { kind: 'lose-answer', method: 'response_url', times: 1 }],
  ['users.info', 'internal_error', { kind: 'refuse', method: 'users.info', error: 'internal_error', times: 1 }],
])('a call of Slack’s %s ends as %s', async (method, outcome, fault) => {
  const world = await open();
  world.slack.setFaults([fault]);
  await world.slack.type({ ...place, text: '/followstats alice' });
  await world.slack.waitForMessage(place);
  const labels = { method, outcome };
  const page = await metricsWhen(world.metricsUrl, (one) => one.sum('followstats_slack_calls_total', labels) > 0);
  expect(page.sum('followstats_slack_calls_total', { method: 'auth.test', outcome: 'ok' })).toBe(1);
  expect(page.sum('followstats_slack_calls_total', { method: 'other' })).toBe(0);
});

test('a file of many rows is seen as its three calls', async () => {
  const accounts = Array.from({ length: 12 }, (_, n) => `account_${n}`);
  const world = await open({ chat: { accounts, follows: [] } });
  await world.press(await world.ask(`/followstats ${accounts.join(' ')}`), 'followstats_csv');
  const page = await readMetrics(world.metricsUrl);
  for (const method of ['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal'])
    expect(page.sum('followstats_slack_calls_total', { method, outcome: 'ok' }), method).toBe(1);
});

test('statements of the store are timed by what they do', async () => {
  const world = await open();
  await world.ask('/followstats list create vip alice', { personId: PEOPLE.admin });
  const page = await readMetrics(world.metricsUrl);
  for (const operation of ['acquire', 'begin', 'commit', 'select', 'insert', 'update'])
    expect(page.sum('followstats_store_seconds_count', { operation }), operation).toBeGreaterThan(0);
});

test('the page is there until the last question at work has ended, and gone with the app', async () => {
  const world = await open();
  world.chat.setFaults([{ kind: 'slow', ms: 500, times: 1, command: 'follow_get_info' }]);
  const since = world.slack.mark();
  await world.slack.type({ ...place, text: '/followstats alice' });
  const stopped = world.app.stop();
  expect((await fetch(world.metricsUrl)).status).toBe(200);
  await world.slack.waitForMessage({ ...place, since });
  await stopped;
  await expect(fetch(world.metricsUrl)).rejects.toThrow();
});

test('no secret, no account and nobody’s id is on the page, whatever went wrong', async () => {
  const world = await open({ env: { TENCENT_WEBHOOK_TOKEN: WEBHOOK_TOKEN }, seams: { retryDelayMs: 1 } });
  world.chat.setFaults([{ kind: 'status', status: 500, times: 2 }]);
  world.slack.setFaults([{ kind: 'refuse', method: 'response_url', error: 'canary_of_slack', times: 1 }]);
  await world.ask('/followstats alice bob ghost canary-account');
  await world.ask('/followstats canary-word "', { personId: PEOPLE.admin });
  await sendWebhook(world.url, { CallbackCommand: 'canary.Command' }, { token: 'canary-token' });
  const { text } = await metricsWhen(
    world.metricsUrl,
    (page) => page.sum('followstats_commands_total') === 2 && page.sum('followstats_webhooks_total') === 1,
  );
  const { botToken, appToken, signingSecret } = world.slack.credentials;
  const signatures = world.chat.calls.map(({ usersig }) => usersig);
  const hidden = [SECRET_KEY, botToken, appToken, signingSecret, WEBHOOK_TOKEN, 'canary', 'usersig', ...signatures];
  const ids = [...Object.values(PEOPLE), ...Object.values(CHANNELS), 'alice', 'ghost', 'administrator', '127.0.0.1'];
  expect([...hidden, ...ids].filter((word) => word && text.includes(word))).toEqual([]);
});
