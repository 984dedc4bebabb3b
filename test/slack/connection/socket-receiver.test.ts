import { expect, test } from 'vitest';
import { ANA, OPEN } from '../../demo/slack/open-workspace.ts';
import { openConnection } from './open-connection.ts';

const typed = { personId: ANA.id, channelId: OPEN, text: '/followstats alice' };
const SOON = { timeout: 4000, interval: 5 };

/** A command whose listener acknowledges when it is let. */
async function openHeld() {
  const begun = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  let times = 0;
  const opened = await openConnection({
    mode: 'socket',
    register: (app) =>
      app.command('/followstats', async ({ ack }) => {
        times += 1;
        begun.resolve();
        await held.promise;
        await ack({ text: 'for you' });
      }),
  });
  return { ...opened, sockets: opened.workspace.sockets, begun: begun.promise, held, times: () => times };
}

test('a request is acknowledged on the connection that brought it, also when the next one has taken its place', async () => {
  const { workspace, sockets, begun, held } = await openHeld();
  const delivery = workspace.type(typed);
  await begun;
  sockets.announce('refresh_requested');
  await expect.poll(() => sockets.open, SOON).toBe(2);
  held.resolve();
  expect(await delivery).toMatchObject({ status: 200, body: '{"text":"for you"}' });
});

test('a request that comes again before it is acknowledged is done once, and acknowledged twice alike', async () => {
  const { workspace, sockets, begun, held, times } = await openHeld();
  const delivery = workspace.type(typed);
  await begun;
  sockets.sendAgain();
  held.resolve();
  await delivery;
  await expect.poll(() => sockets.acknowledgements.length, SOON).toBe(2);
  const [first, second] = sockets.acknowledgements;
  expect(second).toEqual(first);
  expect(times()).toBe(1);
});

test('a request whose connection breaks before it is acknowledged is done all the same; sent again it is not', async () => {
  const { workspace, connection, sockets, begun, held, sink, times } = await openHeld();
  void workspace.type(typed);
  await begun;
  sockets.cut();
  await expect.poll(() => sockets.open, SOON).toBe(1);
  held.resolve();
  await connection.app.idle();
  expect(sink.lines.join()).toContain('could not be acknowledged');
  sockets.sendAgain();
  await expect.poll(() => sockets.acknowledgements.length, SOON).toBe(1);
  expect(times()).toBe(1);
});

test('a stop waits for the acknowledgement that Slack is owed', async () => {
  const { workspace, connection, begun, held } = await openHeld();
  const delivery = workspace.type(typed);
  await begun;
  const drained = connection.drain();
  held.resolve();
  expect(await delivery).toMatchObject({ status: 200 });
  await drained;
  await expect.poll(() => workspace.sockets.open, SOON).toBe(0);
});
