import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CHANNELS, createWorld, PEOPLE, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const command = {
  form: { command: '/followstats', text: 'help', user_id: PEOPLE.viewer, channel_id: CHANNELS.community },
};

test.each([
  ['signed with another secret', { signingSecret: '0'.repeat(32) }, 401],
  ['six minutes old', { clockSkewSeconds: -360 }, 401],
  ['six minutes ahead of time', { clockSkewSeconds: 360 }, 401],
  ['four minutes ahead of time', { clockSkewSeconds: 240 }, 200],
])('a request %s is answered %4$i', async (_, options, status) => {
  expect((await world.slack.deliver({ body: command, ...options })).status).toBe(status);
});

test.each<[string, Parameters<World['slack']['deliver']>[0]['body'], number]>([
  ['a command of another app', { form: { command: '/other', text: '', user_id: PEOPLE.viewer } }, 200],
  [
    'a button nobody knows',
    { form: { payload: '{"type":"block_actions","actions":[{"action_id":"x","type":"button"}],"user":{"id":"U1"}}' } },
    200,
  ],
  [
    'a view nobody opened',
    { form: { payload: '{"type":"view_submission","view":{"callback_id":"x"},"user":{"id":"U1"}}' } },
    200,
  ],
  ['an event nobody listens to', { json: { type: 'event_callback', event: { type: 'reaction_added' } } }, 200],
  ['an event that is null', { json: { type: 'event_callback', event: null } }, 200],
  ['a payload of an unknown type', { json: { type: 'from_the_future' } }, 200],
  ['null', { json: null }, 400],
  ['a list', { json: [1] }, 400],
  ['a payload that is null', { form: { payload: 'null' } }, 400],
  ['broken JSON', { text: '{"type":', contentType: 'application/json' }, 400],
])('%s is answered at once', async (_, body, status) => {
  const delivery = await world.slack.deliver({ body });
  expect(delivery).toMatchObject({ status, error: status === 200 ? undefined : 'dispatch_failed' });
  expect(delivery.ackMs).toBeLessThan(1000);
});

test('a command of another app is answered with a sentence', async () => {
  const { body } = await world.slack.deliver({
    body: { form: { command: '/other', text: '', user_id: PEOPLE.viewer } },
  });
  expect(JSON.parse(body)).toMatchObject({
    response_type: 'ephemeral',
    text: expect.stringContaining('/followstats help'),
  });
});

test('health and readiness are told, other paths are not found', async () => {
  const status = async (path: string, method = 'GET') => (await fetch(`${world.url}${path}`, { method })).status;
  expect(await status('/healthz')).toBe(200);
  expect(await status('/readyz')).toBe(200);
  expect(await status('/slack/events')).toBe(405);
  expect(await status('/slack/events', 'POST')).toBe(401);
  expect(await status('/')).toBe(404);
});

test('a request still being read when the stop comes is answered, too', async () => {
  const { signingSecret } = world.slack.credentials;
  const since = world.slack.mark();
  const body = new URLSearchParams({
    command: '/followstats',
    text: 'alice',
    user_id: PEOPLE.viewer,
    channel_id: CHANNELS.community,
    // Used up from the start, so that the answer comes by chat.postEphemeral.
    response_url: `${world.slack.apiUrl.replace('/api/', '/response/')}unknown`,
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const sending = request(`${world.url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  });
  const answered = once(sending, 'response');
  sending.write(body.slice(0, 20));
  // Answered on another connection, so the first half has arrived before it.
  await fetch(`${world.url}/healthz`);
  const stopped = world.app.stop();
  sending.end(body.slice(20));
  expect(((await answered)[0] as IncomingMessage).statusCode).toBe(200);
  await stopped;
  const place = { personId: PEOPLE.viewer, channelId: CHANNELS.community, since };
  expect((await world.slack.waitForMessage(place)).text).toMatch(/^\w+ · \d+ followers? /);
});

test('stopping finishes what runs, takes nothing new, and says so at /readyz', async () => {
  world.chat.setFaults([{ kind: 'slow', ms: 300 }]);
  const since = world.slack.mark();
  const { status } = await world.slack.type({
    personId: PEOPLE.viewer,
    channelId: CHANNELS.community,
    text: '/followstats alice',
  });
  expect(status).toBe(200);

  const stopped = world.app.stop();
  expect((await fetch(`${world.url}/readyz`)).status).toBe(503);
  expect((await world.slack.deliver({ body: command })).status).toBe(503);
  await stopped;
  const answer = await world.slack.waitForMessage({ personId: PEOPLE.viewer, channelId: CHANNELS.community, since });
  expect(answer.text).toMatch(/^\w+ · \d+ followers? /);
  await expect(fetch(`${world.url}/healthz`)).rejects.toThrow();
});
