import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgedHeaders, openRawClient, postHead } from '../raw-http.ts';
import { CHANNELS, createWorld, PEOPLE, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const PATH = '/slack/events';
const MIB = 1024 * 1024;
const typed = { command: '/followstats', text: 'alice', user_id: PEOPLE.viewer, channel_id: CHANNELS.community };

/** A command as Slack signs it, to be sent as often as wanted. */
function signed(fields: Readonly<Record<string, string>>, contentType = 'application/x-www-form-urlencoded') {
  const body = new URLSearchParams(fields).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const hmac = createHmac('sha256', world.slack.credentials.signingSecret).update(`v0:${timestamp}:${body}`);
  const headers = {
    'content-type': contentType,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${hmac.digest('hex')}`,
  };
  return { body, headers, send: () => fetch(`${world.url}${PATH}`, { method: 'POST', headers, body }) };
}

describe('before its body is sent, a request is refused', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const forged = (headers: () => Readonly<Record<string, string>>) => () => ({ ...forgedHeaders(), ...headers() });

  test.each<[string, () => Readonly<Record<string, string>>, number | undefined, number]>([
    ['without a signature', () => ({}), 1000, 401],
    ['with a malformed signature', forged(() => ({ 'x-slack-signature': 'v0=abc' })), 1000, 401],
    ['with a malformed time', forged(() => ({ 'x-slack-request-timestamp': '1e9' })), 1000, 401],
    ['six minutes old', forged(() => ({ 'x-slack-request-timestamp': `${now() - 360}` })), 1000, 401],
    ['six minutes ahead of time', forged(() => ({ 'x-slack-request-timestamp': `${now() + 360}` })), 1000, 401],
    ['that announces more than 1 MiB', forged(() => ({})), MIB + 1, 413],
    ['without a signature, in chunks without end', () => ({}), undefined, 401],
  ])('%s, and its connection closed', async (_, headers, length, status) => {
    const client = await openRawClient(world.url);
    client.send(postHead(PATH, headers(), length));
    const head = await client.head();
    expect(head.status).toBe(status);
    expect(head.headers).toContain('connection: close');
    await client.ended;
  });

  test('without being asked for the body that it offers', async () => {
    const client = await openRawClient(world.url);
    client.send(postHead(PATH, { expect: '100-continue' }, 1000));
    expect((await client.head()).status).toBe(401);
    await client.ended;
  });

  test.each([
    ['an unknown path', '/unknown', 404],
    ['the health path', '/healthz', 405],
  ])('to %s, too', async (_, path, status) => {
    const client = await openRawClient(world.url);
    client.send(postHead(path, {}, MIB));
    const head = await client.head();
    expect([head.status, head.headers.includes('connection: close')]).toEqual([status, true]);
    await client.ended;
  });
});

test('a body in chunks is refused once it is over 1 MiB, and its sender reads the status', async () => {
  const client = await openRawClient(world.url);
  client.send(postHead(PATH, forgedHeaders()));
  for (let sent = 0; sent <= MIB; sent += 0x10000) client.send(`10000\r\n${'x'.repeat(0x10000)}\r\n`);
  expect((await client.head()).status).toBe(413);
  client.send(`10000\r\n${'x'.repeat(0x10000)}\r\n`);
  await client.ended;
});

test('a signed request that asks before it sends its body is told to go on', async () => {
  const client = await openRawClient(world.url);
  const { body, headers } = signed({ ...typed, text: 'help' });
  client.send(postHead(PATH, { ...headers, expect: '100-continue' }, Buffer.byteLength(body)));
  expect((await client.head()).status).toBe(100);
  client.send(body);
  expect((await client.head()).status).toBe(200);
  client.close();
});

test('a thousand refusals are a line in the log, not a thousand, and hold nothing that was sent', async () => {
  const send = () =>
    fetch(`${world.url}${PATH}`, { method: 'POST', headers: { 'x-slack-signature': 'v0=private' }, body: 'private' });
  for (let sent = 0; sent < 1000; sent += 100) {
    const answers = await Promise.all(Array.from({ length: 100 }, send));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  }
  const lines = world.log.named('HTTP requests were refused');
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.length).toBeLessThan(10);
  expect(world.log.lines.join('\n')).not.toContain('private');
});

test('a connection is kept longer than by any load balancer, Google’s 600 s included', async () => {
  const { headers } = await fetch(`${world.url}/healthz`);
  const [, seconds] = /timeout=(\d+)/.exec(headers.get('keep-alive') ?? '') ?? [];
  expect(Number(seconds)).toBeGreaterThanOrEqual(610);
});

test.each([
  'application/x-www-form-urlencoded; charset=utf-8',
  'application/x-www-form-urlencoded;charset=UTF-8',
  'Application/X-WWW-Form-URLencoded ; charset="utf-8"; v=1',
])('a command of the type %s is taken', async (contentType) => {
  const since = world.slack.mark();
  expect((await signed({ ...typed, response_url: usedUp() }, contentType).send()).status).toBe(200);
  expect((await answer(since)).text).toMatch(/^\w+ · \d+ followers? /);
});

test('an event of the type application/json; charset=utf-8 is taken', async () => {
  const { status, body } = await world.slack.deliver({
    body: { text: '{"type":"url_verification","challenge":"c-1"}', contentType: 'application/json; charset=utf-8' },
  });
  expect([status, JSON.parse(body)]).toEqual([200, { challenge: 'c-1' }]);
});

describe('Slack’s look at the certificate', () => {
  const status = async (query: string, method = 'GET') =>
    (await fetch(`${world.url}${PATH}${query}`, { method })).status;

  test('is answered 200, and any other GET 405', async () => {
    expect(await status('?ssl_check=1')).toBe(200);
    expect(await status('?token=x&ssl_check=1', 'HEAD')).toBe(200);
    expect(await status('?ssl_check=0')).toBe(405);
    expect(await status('')).toBe(405);
    expect(await status('?ssl_check=1', 'PUT')).toBe(405);
    expect(await status('?ssl_check=1', 'POST')).toBe(401);
  });
});

describe('a signed request that comes again', () => {
  const lookups = () => world.countCalls.length;

  test('is answered like the first, and done once', async () => {
    const since = world.slack.mark();
    const request = signed({ ...typed, response_url: usedUp() });
    expect((await request.send()).status).toBe(200);
    await answer(since);
    const calls = lookups();
    const again = await request.send();
    expect([again.status, await again.text()]).toEqual([200, '']);
    await world.app.stop();
    expect(lookups()).toBe(calls);
    expect(posted()).toHaveLength(1);
  });

  test('many times at once is done once, and every answer is the same', async () => {
    const request = signed({ command: '/other', text: '', user_id: PEOPLE.viewer });
    const answers = await Promise.all(Array.from({ length: 20 }, async () => (await request.send()).text()));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('is not a command of followstats');
    expect(world.log.lines.filter((line) => line.includes('nothing here is for'))).toHaveLength(1);
  });

  test('after a restart is answered, too, and not done again', async () => {
    const since = world.slack.mark();
    const request = signed({ ...typed, response_url: usedUp() });
    expect((await request.send()).status).toBe(200);
    await answer(since);
    await world.restart(async () => {});
    expect((await request.send()).status).toBe(200);
    await world.app.stop();
    expect(posted()).toHaveLength(1);
  });
});

/** Used up from the start, so that the answer comes by `chat.postEphemeral`. */
function usedUp(): string {
  return `${world.slack.apiUrl.replace('/api/', '/response/')}unknown`;
}

const answer = (since: number) =>
  world.slack.waitForMessage({ personId: PEOPLE.viewer, channelId: CHANNELS.community, since });

const posted = () => world.slack.apiCalls.filter(({ method }) => method === 'chat.postEphemeral');
