import { afterEach, describe, expect, test } from 'vitest';
import type { ConfigError } from '../../src/errors.ts';
import { CHANNELS, createWorld, PEOPLE, type World } from './world.ts';

/** Less than the five seconds that the SDK would wait before it connects again. */
const SOON = { timeout: 4000, interval: 5 };
const OPEN_METHOD = 'apps.connections.open';

let world: World;
afterEach(() => world.stop());

const ready = async () => (await fetch(`${world.url}/readyz`)).status;
const answers = () => {
  const messages = world.slack.messagesFor(PEOPLE.viewer, CHANNELS.community);
  return messages.filter(({ authorId }) => authorId === world.slack.botUserId).length;
};

test('without its socket the app is not ready, and it works again once connected anew', async () => {
  world = await createWorld({ mode: 'socket' });
  expect(await ready()).toBe(200);
  world.slack.setFaults([{ kind: 'refuse', method: OPEN_METHOD, error: 'internal_error' }]);
  world.slack.dropSockets();
  await expect.poll(ready, SOON).toBe(503);
  await expect.poll(() => world.log.lines.join('\n'), SOON).toMatch(/"reason":"internal_error".*trying again/);
  world.slack.setFaults([]);
  await world.slack.socketConnected();
  await expect.poll(ready, SOON).toBe(200);
  expect((await world.ask('/followstats alice')).text).toMatch(/^\w+ · \d+ followers? /);
}, 20_000);

describe.each(['warning', 'refresh_requested'] as const)('when Slack announces a %s', (reason) => {
  test('the next connection is open before the old one closes, and both are listened to', async () => {
    world = await createWorld({ mode: 'socket' });
    const { sockets } = world.slack;
    sockets.announce(reason);
    await expect.poll(() => sockets.open, SOON).toBe(2);
    expect(await ready()).toBe(200);
    // The stand-in sends over each in turn.
    for (let times = 0; times < 2; times += 1)
      expect((await world.ask('/followstats alice')).text).toMatch(/^\w+ · \d+ followers? /);
    sockets.closeAnnounced();
    await expect.poll(() => sockets.open, SOON).toBe(1);
    expect(await ready()).toBe(200);
    expect((await world.ask('/followstats alice')).text).toMatch(/^\w+ · \d+ followers? /);
    expect(sockets.openedEver).toBe(2);
  }, 20_000);
});

describe.each(['cut', 'closeHalfway'] as const)('after an unannounced end (%s)', (end) => {
  test('the app is back at once', async () => {
    world = await createWorld({ mode: 'socket' });
    const { sockets } = world.slack;
    sockets[end]();
    await expect.poll(() => sockets.openedEver, SOON).toBe(2);
    expect((await world.ask('/followstats alice')).text).toMatch(/^\w+ · \d+ followers? /);
    expect(sockets.openedEver).toBe(2);
  }, 20_000);
});

test('a connection that Slack takes but never greets is not waited for when the app stops', async () => {
  world = await createWorld({ mode: 'socket' });
  const { sockets } = world.slack;
  sockets.greet(false);
  sockets.cut();
  await expect.poll(() => sockets.openedEver, SOON).toBe(2);
  await world.app.stop();
  await expect.poll(() => sockets.open, SOON).toBe(0);
}, 20_000);

test.each(['missing_scope', 'not_allowed_token_type', 'token_revoked'])(
  'a token that Slack refuses for good (%s) while the app runs is tried once, and told by name',
  async (error) => {
    world = await createWorld({ mode: 'socket' });
    world.slack.setFaults([{ kind: 'refuse', method: OPEN_METHOD, error }]);
    const before = world.slack.apiCalls.length;
    world.slack.sockets.cut();
    const refusal: ConfigError = await world.app.tokenRejected;
    expect(refusal.faults).toEqual([expect.stringContaining(`SLACK_APP_TOKEN was refused by Slack (${error})`)]);
    expect(refusal.faults.join()).toContain('connections:write');
    expect(world.slack.apiCalls.slice(before).filter(({ method }) => method === OPEN_METHOD)).toHaveLength(1);
  },
  20_000,
);

test('a request that Slack sends twice is acknowledged twice and done once', async () => {
  world = await createWorld({ mode: 'socket' });
  const { sockets } = world.slack;
  await world.ask('/followstats alice');
  const [first] = sockets.acknowledgements;
  // Also over another connection.
  sockets.announce('warning');
  await expect.poll(() => sockets.open, SOON).toBe(2);
  sockets.sendAgain();
  await expect.poll(() => sockets.acknowledgements, SOON).toEqual([first, first]);
  await world.ask('/followstats bob');
  expect(answers()).toBe(2);
}, 20_000);

test('in Socket Mode nothing is taken at the events path', async () => {
  world = await createWorld({ mode: 'socket' });
  expect((await fetch(`${world.url}/slack/events`, { method: 'POST' })).status).toBe(404);
});
