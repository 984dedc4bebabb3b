import { expect, test } from 'vitest';
import { createMetrics } from '../../../src/ops/metrics/metrics.ts';
import { readPage } from '../../read-page.ts';
import { samplePage } from './sample-page.ts';

/** As product.md has them. */
const NAMES = [
  'followstats_commands_total{kind,outcome}',
  'followstats_ack_seconds{}',
  'followstats_answer_seconds{kind}',
  'followstats_chat_calls_total{command,outcome}',
  'followstats_chat_call_seconds{command}',
  'followstats_budget_wait_seconds{command}',
  'followstats_waiting_accounts{}',
  'followstats_cache_total{result}',
  'followstats_slack_calls_total{method,outcome}',
  'followstats_digest_runs_total{state}',
  'followstats_digest_lateness_seconds{}',
  'followstats_watch_alerts_total{outcome}',
  'followstats_webhooks_total{outcome}',
  'followstats_store_seconds{operation}',
  'followstats_build_info{version,node,store,mode}',
];

test('the page has the metrics that are promised, with their labels, and no other of the app’s', async () => {
  const series = readPage(await samplePage()).filter(({ name }) => name.startsWith('followstats_'));
  const found = series
    .filter(({ name }) => !/_(bucket|sum)$/.test(name))
    .map(({ name, labels }) => `${name.replace(/_count$/, '')}{${Object.keys(labels).join()}}`);
  expect([...new Set(found)]).toEqual(NAMES);
});

test('of a new app the ends of digests, alerts and webhooks stand at 0, so that the first is a rise', async () => {
  const { text } = await createMetrics({ store: 'postgres', mode: 'socket', monotonic: () => 0 }).read();
  const series = readPage(text);
  const of = (start: string) =>
    series.filter(({ name }) => name.startsWith(start)).map(({ labels, value }) => [Object.values(labels)[0], value]);
  expect(of('followstats_digest_runs')).toEqual([
    ['posted', 0],
    ['skipped', 0],
    ['failed', 0],
    ['unknown', 0],
    ['missed', 0],
  ]);
  expect(of('followstats_watch_alerts')).toEqual([
    ['posted', 0],
    ['skipped', 0],
    ['failed', 0],
    ['unknown', 0],
    ['missed', 0],
  ]);
  expect(of('followstats_webhooks')).toEqual([
    ['kept', 0],
    ['waiting', 0],
    ['lost', 0],
  ]);
  expect(of('followstats_waiting')).toEqual([[undefined, 0]]);
});

test('times are in seconds, and accounts that wait are those of all who were handed in', async () => {
  let ms = 0;
  const metrics = createMetrics({ store: 'sqlite', mode: 'http', monotonic: () => ms });
  const end = metrics.chatCallBegan('follow_get_info');
  ms = 1500;
  end('ok');
  metrics.commandEnded({ kind: 'lookup', outcome: 'answered', ms: 250 });
  metrics.digestPosted(90_000);
  metrics.watchWaiting(() => 2);
  metrics.watchWaiting(() => 40);
  const series = readPage((await metrics.read()).text);
  const value = (wanted: string) => series.find(({ name }) => name === wanted)?.value;
  expect(value('followstats_chat_call_seconds_sum')).toBe(1.5);
  expect(value('followstats_answer_seconds_sum')).toBe(0.25);
  expect(value('followstats_digest_lateness_seconds_sum')).toBe(90);
  expect(value('followstats_waiting_accounts')).toBe(42);
});

test('a clock that is set back makes no time negative', async () => {
  const metrics = createMetrics({ store: 'sqlite', mode: 'http', monotonic: () => 0 });
  metrics.commandEnded({ kind: 'lookup', outcome: 'answered', ms: -500 });
  metrics.digestPosted(-20);
  const series = readPage((await metrics.read()).text);
  expect(series.filter(({ name, value }) => name.startsWith('followstats_') && value < 0)).toEqual([]);
});
