import { afterEach, expect, test } from 'vitest';
import { createWorld, type World } from './world.ts';

let world: World;
afterEach(() => world.stop());

const ready = async () => (await fetch(`${world.url}/readyz`)).status;

test('without its socket the app is not ready, and it works again once connected anew', async () => {
  world = await createWorld({ mode: 'socket' });
  expect(await ready()).toBe(200);
  world.slack.dropSockets();
  await expect.poll(ready, { interval: 5 }).toBe(503);
  await world.slack.socketConnected();
  await expect.poll(ready, { timeout: 5000, interval: 20 }).toBe(200);
  expect((await world.ask('/followstats alice')).text).toMatch(/^1 of 1 read/);
}, 20_000);

test('in Socket Mode nothing is taken at the events path', async () => {
  world = await createWorld({ mode: 'socket' });
  expect((await fetch(`${world.url}/slack/events`, { method: 'POST' })).status).toBe(404);
});
