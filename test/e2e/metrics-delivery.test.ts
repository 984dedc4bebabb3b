import { afterEach, describe, expect, test } from 'vitest';
import { scheduleOf } from '../digests/schedule/sample-schedules.ts';
import { accounts } from '../store/contracts/askers.ts';
import { createDigestWorld, DAY, type DigestWorld, HOUR, MINUTE, NINE } from './digest-world.ts';
import { metricsWhen, readMetrics } from './read-metrics.ts';
import { createWatchWorld, type WatchWorld } from './watch-world.ts';
import { followBody, sendWebhook, WEBHOOK_TOKEN } from './webhook-request.ts';
import { createWorld, PEOPLE, type World } from './world.ts';

const env = { METRICS_PORT: '0' };
let world: { stop(): Promise<void> };
afterEach(() => world.stop());

describe('slots of digests', () => {
  const RUNS = 'followstats_digest_runs_total';
  async function open(options: Parameters<typeof createDigestWorld>[0] = {}): Promise<DigestWorld> {
    const opened = await createDigestWorld({ ...options, env });
    world = opened;
    return opened;
  }
  const until = ({ metricsUrl }: DigestWorld, state: string) =>
    metricsWhen(metricsUrl, (page) => page.sum(RUNS, { state }) > 0);

  test('that are posted and skipped are counted, and by how much a post was late', async () => {
    const digests = await open({ digests: [{ onlyIfChanged: true }] });
    expect((await readMetrics(digests.metricsUrl)).sum(RUNS)).toBe(0);
    await digests.runAt(NINE + 2 * MINUTE);
    await until(digests, 'posted');
    await digests.runAt(NINE + DAY);
    const page = await until(digests, 'skipped');
    expect(page.sum(RUNS)).toBe(2);
    expect(page.sum('followstats_digest_lateness_seconds_count')).toBe(1);
    expect(page.sum('followstats_digest_lateness_seconds_sum')).toBe(120);
  });

  test('that were missed are counted beside the one that is posted late', async () => {
    const digests = await open({ digests: [{ schedule: scheduleOf('0 * * * *') }] });
    await digests.restart(async () => digests.moveTo(NINE + 3 * HOUR + 10 * MINUTE));
    await digests.log.first('digest run');
    const page = await until(digests, 'missed');
    expect([page.sum(RUNS, { state: 'missed' }), page.sum(RUNS, { state: 'posted' })]).toEqual([3, 1]);
    expect(page.sum('followstats_digest_lateness_seconds_sum')).toBe(600);
  });

  test.each([
    ['failed', { kind: 'refuse', method: 'chat.postMessage', error: 'is_archived' }],
    ['unknown', { kind: 'lose-answer', method: 'chat.postMessage', times: 1 }],
  ] as const)('that end as %s are counted so', async (state, fault) => {
    const digests = await open();
    digests.slack.setFaults([fault]);
    await digests.runAt(NINE);
    const page = await until(digests, state);
    expect(page.sum(RUNS)).toBe(1);
    expect(page.sum('followstats_digest_lateness_seconds_count')).toBe(0);
  });

  test('that wait when their digest is deleted are counted as skipped, and the log says so', async () => {
    const digests = await open();
    digests.chat.setFaults([{ kind: 'code', code: 30005 }]);
    await digests.runAt(NINE, ({ state }) => state === 'due');
    await digests.ask('/followstats digest delete 1', { personId: PEOPLE.admin });
    const page = await until(digests, 'skipped');
    expect(page.sum(RUNS)).toBe(1);
    expect(await digests.log.first('digest runs ended')).toMatchObject({
      ...{ level: 30, state: 'skipped', reason: 'digest-stopped' },
      ...{ ended: 1, runs: [`1-${NINE}`] },
    });
  });

  test('that are only put off aren’t counted yet', async () => {
    const digests = await open();
    digests.chat.setFaults([{ kind: 'code', code: 30005 }]);
    await digests.runAt(NINE, ({ state }) => state === 'due');
    expect((await readMetrics(digests.metricsUrl)).sum(RUNS)).toBe(0);
  });
});

describe('alerts of watches', () => {
  const ALERTS = 'followstats_watch_alerts_total';
  async function cross(fault?: Parameters<WatchWorld['slack']['setFaults']>[0]) {
    const watches = await createWatchWorld({
      env,
      watches: [{ rule: { kind: 'reaches', followers: 3 }, accounts: accounts('alice') }],
    });
    world = watches;
    watches.setFollowers('alice', 1);
    await watches.pass(15 * MINUTE);
    if (fault) watches.slack.setFaults(fault);
    watches.setFollowers('alice', 3);
    await watches.pass(15 * MINUTE);
    return readMetrics(watches.metricsUrl);
  }

  test('that are posted are counted once', async () => {
    const page = await cross();
    expect([page.sum(ALERTS), page.sum(ALERTS, { outcome: 'posted' })]).toEqual([1, 1]);
  });

  test('that wait when their watch is deleted are counted as skipped', async () => {
    await cross([{ kind: 'rate-limit', method: 'chat.postMessage', retryAfterSeconds: 300 }]);
    const watches = world as WatchWorld;
    expect((await readMetrics(watches.metricsUrl)).sum(ALERTS)).toBe(0);
    await watches.ask('/followstats watch delete 1', { personId: PEOPLE.admin });
    const page = await metricsWhen(watches.metricsUrl, (one) => one.sum(ALERTS) > 0);
    expect([page.sum(ALERTS), page.sum(ALERTS, { outcome: 'skipped' })]).toEqual([1, 1]);
    expect(await watches.log.first('watch alerts ended')).toMatchObject({ reason: 'digest-stopped', ended: 1 });
  });

  test('that Slack refuses are counted as failed', async () => {
    const page = await cross([{ kind: 'refuse', method: 'chat.postMessage', error: 'is_archived' }]);
    expect([page.sum(ALERTS), page.sum(ALERTS, { outcome: 'failed' })]).toEqual([1, 1]);
  });
});

test('webhooks are counted by what came of them, those that are refused too', async () => {
  const app: World = await createWorld({ env: { ...env, TENCENT_WEBHOOK_TOKEN: WEBHOOK_TOKEN } });
  world = app;
  await sendWebhook(app.url, followBody('carol', ['bob']));
  await sendWebhook(app.url, { CallbackCommand: 'Alert.RequestOverLimit' });
  await sendWebhook(app.url, followBody('carol', ['bob']), { token: 'another' });
  await sendWebhook(app.url, '{');
  const page = await readMetrics(app.metricsUrl);
  const counted = page.samples.filter(({ name, value }) => name === 'followstats_webhooks_total' && value > 0);
  expect(Object.fromEntries(counted.map(({ labels, value }) => [labels.outcome, value]))).toEqual({
    kept: 1,
    ignored: 1,
    forged: 1,
    malformed: 1,
  });
});
