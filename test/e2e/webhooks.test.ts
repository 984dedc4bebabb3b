import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FOLLOW, followBody, sendWebhook, UNFOLLOW, unfollowBody, WEBHOOK_TOKEN } from './webhook-request.ts';
import { createWorld, type World } from './world.ts';

const OK = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' };
const env = { TENCENT_WEBHOOK_TOKEN: WEBHOOK_TOKEN };

describe('an app with a webhook token', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ env });
  });
  afterAll(async () => {
    const lines = world.log.lines.join('\n');
    expect(lines).not.toContain(WEBHOOK_TOKEN);
    expect(lines).not.toContain('Sign=');
    await world.stop();
  });

  const count = (outcome: string) => world.app.webhookCounts.get(outcome) ?? 0;

  test('a follow and an unfollow show in the next answer, though its counts were cached', async () => {
    const ask = async (account: string) => (await world.ask(`/followstats ${account}`)).text;
    expect(await ask('bob')).toMatch(/^bob · 1 follower\b/);
    const calls = world.chat.calls.length;
    expect(await ask('bob')).toMatch(/^bob · 1 follower\b/);
    expect(world.chat.calls.length).toBe(calls);
    world.chat.follow('carol', 'bob');
    await world.chat.settleWebhooks();
    expect(await ask('bob')).toMatch(/^bob · 2 followers\b/);
    world.chat.unfollow('carol', 'bob');
    await world.chat.settleWebhooks();
    expect(world.chat.webhooks).toMatchObject([{ isAcknowledged: true }, { isAcknowledged: true }]);
    expect(await ask('bob')).toMatch(/^bob · 1 follower\b/);
    expect(await ask('carol')).toMatch(/1 following/);
    expect(world.chat.calls.length).toBe(calls + 3);
    expect(count('kept')).toBe(2);
    expect(await (await sendWebhook(world.url, unfollowBody('carol', ['bob']))).json()).toEqual(OK);
  });

  test('a webhook of another kind is acknowledged and ignored', async () => {
    const body = { CallbackCommand: 'Alert.RequestOverLimit', ServiceName: 'follow', Request: 161, Limit: 200 };
    expect(await (await sendWebhook(world.url, body)).json()).toEqual(OK);
    expect(count('ignored')).toBe(1);
  });

  const good = followBody('carol', ['bob']);
  test.each<[string, Parameters<typeof sendWebhook>[2], number, string]>([
    ['signed with another token', { token: 'not-the-token' }, 401, 'forged'],
    ['without a signature', { query: { Sign: undefined } }, 401, 'forged'],
    ['with a second signature', { query: { Sign: '' } }, 401, 'forged'],
    ['whose time was changed', { query: { RequestTime: '1' } }, 401, 'forged'],
    ['61 seconds old', { offsetSeconds: -62 }, 401, 'stale'],
    ['61 seconds ahead', { offsetSeconds: 70 }, 401, 'stale'],
    ['whose time is no number', { requestTime: 'soon' }, 401, 'stale'],
    ['of another app', { query: { SdkAppid: '1400000001' } }, 401, 'other-app'],
    ['of no app', { query: { SdkAppid: undefined } }, 401, 'other-app'],
    ['of another command than its body', { command: UNFOLLOW }, 400, 'malformed'],
    ['of no command', { query: { CallbackCommand: undefined } }, 400, 'malformed'],
  ])('one %s is refused, counted, and does nothing', async (_, changes, status, outcome) => {
    await world.ask('/followstats bob');
    const [before, calls] = [count(outcome), world.chat.calls.length];
    expect((await sendWebhook(world.url, good, changes)).status).toBe(status);
    expect(count(outcome)).toBe(before + 1);
    await world.ask('/followstats bob');
    expect(world.chat.calls.length).toBe(calls);
  });

  test.each<[string, string | object]>([
    ['no JSON', 'carol follows bob'],
    ['a list', '[]'],
    ['targets of the other shape', { ...good, FollowList: ['bob'] }],
    ['no targets', { ...good, FollowList: [] }],
    ['no follower', { ...good, From_Account: undefined }],
    ['a follower that can’t be a UserID', { ...good, From_Account: 'x'.repeat(33) }],
    ['a target of line breaks', { ...good, FollowList: [{ To_Account: 'a\nb' }] }],
    ['an empty target', { ...good, FollowList: [{ To_Account: '' }] }],
    ['no time', { ...good, EventTime: undefined }],
    ['a time of no date', { ...good, EventTime: 1e17 }],
    ['a time in words', { ...good, EventTime: '2026' }],
  ])('a body of %s is refused with 400', async (_, body) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const before = count('malformed');
    expect((await sendWebhook(world.url, text, { command: FOLLOW })).status).toBe(400);
    expect(count('malformed')).toBe(before + 1);
  });

  test('the size is looked at before the signature, and that before the shape', async () => {
    const large = 'x'.repeat(64 * 1024 + 1);
    expect((await sendWebhook(world.url, large, { token: 'not-the-token' })).status).toBe(413);
    expect(count('too-large')).toBe(1);
    expect((await sendWebhook(world.url, 'x'.repeat(64 * 1024), { token: 'not-the-token' })).status).toBe(401);
    expect((await sendWebhook(world.url, 'x'.repeat(64 * 1024))).status).toBe(400);
  });

  test('another method is refused with 405', async () => {
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await sendWebhook(world.url, '', { method })).status).toBe(405);
  });
});

test('without a token there is no such page, in HTTP mode and in Socket Mode', async () => {
  for (const mode of ['http', 'socket'] as const) {
    const world = await createWorld({ mode });
    expect((await sendWebhook(world.url, followBody('carol', ['bob']))).status).toBe(404);
    expect((await sendWebhook(world.url, '', { method: 'GET' })).status).toBe(404);
    await world.stop();
  }
});

test('in Socket Mode webhooks are taken, too', async () => {
  const world = await createWorld({ mode: 'socket', env });
  await world.ask('/followstats bob');
  world.chat.follow('carol', 'bob');
  await world.chat.settleWebhooks();
  expect((await world.ask('/followstats bob')).text).toMatch(/^bob · 2 followers\b/);
  await world.stop();
});

test('500 webhooks at once, each twice, are all answered, and each event is kept once', async () => {
  const world = await createWorld({ env });
  const at = Date.now();
  const bodies = Array.from({ length: 500 }, (_, n) => followBody(`f${n}`, ['bob', 'alice'], at + (n % 7)));
  const answers = await Promise.all([...bodies, ...bodies].map((body) => sendWebhook(world.url, body)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  await world.restart(async ({ events }) => {
    const period = { after: 0, until: at + 10 };
    const kept = await events.between(
      new Map([
        ['bob', period],
        ['alice', period],
      ] as never),
    );
    expect([...kept.values()]).toEqual([
      { came: 500, left: 0 },
      { came: 500, left: 0 },
    ]);
  });
  await world.stop();
});
