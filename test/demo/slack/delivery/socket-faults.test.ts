import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { ANA, call, OPEN, openWorkspace } from '../open-workspace.ts';

const SOON = { interval: 5 };
const command = { personId: ANA.id, channelId: OPEN, text: '/followstats alice' };

/** A workspace with one connection that acknowledges all, and what it hears. */
async function openConnected() {
  const workspace = await openWorkspace();
  const { url } = await call(workspace, 'apps.connections.open', {}, workspace.credentials.appToken);
  const socket = new WebSocket(String(url));
  onTestFinished(() => socket.terminate());
  const heard: string[] = [];
  socket.on('message', (data) => {
    heard.push(String(data));
    const { envelope_id } = JSON.parse(String(data)) ?? {};
    if (envelope_id) socket.send(JSON.stringify({ envelope_id, payload: {} }));
  });
  await once(socket, 'open');
  return { workspace, socket, heard, sockets: workspace.sockets };
}

test('an announced end leaves the connection at work until it is closed', async () => {
  const { workspace, socket, heard, sockets } = await openConnected();
  sockets.announce('warning');
  expect(await workspace.type(command)).toMatchObject({ status: 200 });
  expect(heard.filter((text) => text.includes('"reason":"warning"'))).toHaveLength(1);
  const closed = once(socket, 'close');
  sockets.closeAnnounced();
  expect(await closed).toMatchObject([1000, expect.anything()]);
  expect(sockets).toMatchObject({ open: 0, openedEver: 1 });
});

test('a cut connection ends without a goodbye', async () => {
  const { workspace, socket, sockets } = await openConnected();
  const closed = once(socket, 'close');
  sockets.cut();
  expect(await closed).toMatchObject([1006, expect.anything()]);
  expect(await workspace.type(command)).toMatchObject({ error: 'dispatch_failed' });
});

test('a goodbye can leave the TCP connection open', async () => {
  const { socket, sockets } = await openConnected();
  sockets.closeHalfway();
  await expect.poll(() => socket.readyState, SOON).toBe(WebSocket.CLOSING);
  expect(sockets.open).toBe(0);
});

test('a request is sent again under its id, and each acknowledgement is kept', async () => {
  const { workspace, sockets } = await openConnected();
  expect(() => sockets.sendAgain()).toThrow('No request');
  await workspace.type(command);
  sockets.sendAgain();
  await expect.poll(() => sockets.acknowledgements.length, SOON).toBe(2);
  expect(new Set(sockets.acknowledgements.map(({ envelopeId }) => envelopeId)).size).toBe(1);
});

test('any message can be sent, and a connection may be left without a greeting', async () => {
  const { workspace, heard, sockets } = await openConnected();
  sockets.sendText('null');
  await expect.poll(() => heard.at(-1), SOON).toBe('null');
  sockets.greet(false);
  const { url } = await call(workspace, 'apps.connections.open', {}, workspace.credentials.appToken);
  const silent = new WebSocket(String(url));
  onTestFinished(() => silent.terminate());
  let hasSpoken = false;
  silent.on('message', () => {
    hasSpoken = true;
  });
  await once(silent, 'open');
  const closed = once(silent, 'close');
  sockets.cut();
  await closed;
  expect(hasSpoken).toBe(false);
});

test('without a connection nothing can be sent', async () => {
  const { sockets } = await openWorkspace();
  expect(() => sockets.sendText('null')).toThrow('no Socket Mode connection');
});
