import { expect, onTestFinished, test } from 'vitest';
import { type ChatServerOptions, createChatServer } from '../../src/demo/chat/server.ts';
import { createDispatcher } from '../../src/tencent/pool.ts';
import { BURST } from '../../src/tencent/probes/door-probes.ts';
import { runProbes } from '../../src/tencent/probes/run-probes.ts';
import { backupOf, REGION_URLS } from '../../src/tencent/regions.ts';
import { SDK_APP_ID, SECRET_KEY } from '../e2e/app-env.ts';

const ACCOUNTS = { existing: ['alice', 'bob'], missing: 'ghost', from: 'administrator' } as const;

async function openHost(options: Partial<ChatServerOptions> = {}) {
  const accounts = ['alice', 'bob'];
  const server = await createChatServer({
    ...{ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY, admins: ['administrator'], accounts, follows: [] },
    ...options,
  });
  const dispatcher = createDispatcher({ baseUrl: server.url, proxy: undefined, timeoutMs: 5000 });
  onTestFinished(async () => {
    await dispatcher.destroy();
    await server.close();
  });
  const who = { sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY, admin: 'administrator', fromAccount: 'administrator' };
  return {
    server,
    options: { ...who, baseUrl: server.url, timeoutMs: 5000, dispatcher, now: Date.now, random: Math.random },
  };
}

const never = new AbortController().signal;

test('the backup host is asked the same, and answers for itself', async () => {
  const [usual, backup] = [await openHost(), await openHost({ sdkAppId: 1400000001 })];
  const results = await runProbes(usual.options, ACCOUNTS, never, backup.options);
  expect(results.find(({ situation }) => situation === 'backup-host')).toMatchObject({ finding: { call: 70020 } });
  expect(backup.server.calls).toHaveLength(1);
});

test('nothing but reads is asked, and never so much at once that others who ask the same Chat app notice', async () => {
  const { server, options } = await openHost();
  const results = await runProbes(options, ACCOUNTS, never);
  expect(new Set(server.calls.map(({ command }) => command))).toEqual(
    new Set(['follow_get_info', 'follow_check', 'follow_get', 'portrait_get']),
  );
  // All of it within a second would still be less than Chat's alarm is set to, 80 % of 200.
  expect(server.calls.length).toBe(results.length - 1 - 1 + BURST);
  expect(server.calls.length).toBeLessThan(0.8 * 200);
});

test.each([
  ['Chat', 60007, []],
  ['a stand-in that follows a report', 60011, [{ command: 'follow_get_info', situation: 'own-burst', call: 60011 }]],
  ['a stand-in that follows one of a burst taken', 60007, [{ command: 'x', situation: 'own-burst', call: 0 }]],
])('how many calls of a burst %s rejects is found, and by which code', async (_, code, answerRules) => {
  const { options } = await openHost({ maxCallsPerSecond: BURST - 8, now: () => 0, answerRules });
  const results = await runProbes({ ...options, now: () => 0 }, ACCOUNTS, never);
  const burst = results.find(({ situation }) => situation === 'own-burst');
  expect(burst?.finding).toMatchObject({ call: code, facts: { status: 200 } });
  expect(burst?.finding?.facts?.rejected).toBeGreaterThanOrEqual(8);
});

test.each([
  ['one account', ['alice'], undefined],
  ['a hundred and twenty', Array.from({ length: 120 }, (_, n) => `account_${n}`), 0],
])('with %s, no account is checked against itself, nor more at once than Chat takes', async (_, existing, call) => {
  const { server, options } = await openHost({ accounts: existing });
  const results = await runProbes(options, { ...ACCOUNTS, existing: existing as [string] }, never);
  const own = results.find(({ command, situation }) => command === 'follow_check' && situation === 'found');
  expect(own?.finding?.call).toBe(call);
  const refused = results.filter(({ isNeeded, finding }) => isNeeded && finding && finding.call !== 0);
  expect(refused).toEqual([]);
  expect(server.calls.length).toBeGreaterThan(BURST);
});

test('a host that doesn’t answer is a probe that wasn’t tried, and the address stays out of the reason', async () => {
  const { server, options } = await openHost();
  await server.close();
  const results = await runProbes(options, ACCOUNTS, never);
  expect(new Set(results.map(({ finding }) => finding))).toEqual(new Set([undefined]));
  expect(new Set(results.map(({ why }) => why))).toEqual(new Set(['follow_get_info got no answer.']));
});

test('every region has a backup host of its own', () => {
  const hosts = Object.values(REGION_URLS).map(backupOf);
  expect(new Set(hosts).size).toBe(hosts.length);
  for (const host of hosts) expect(host).toMatch(/^https:\/\/adminapi[a-z]*\.my-imcloud\.com$/);
  expect(backupOf('http://127.0.0.1:1')).toBeUndefined();
});
