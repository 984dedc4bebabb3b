import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Workspace } from '../../../../src/demo/slack/workspace-types.ts';
import { ANA, buttons, call, OPEN, openWorkspace } from '../open-workspace.ts';

interface Envelope {
  readonly type: string;
  readonly envelope_id: string;
  readonly payload: Record<string, unknown>;
  readonly [field: string]: unknown;
}

const command = { personId: ANA.id, channelId: OPEN, text: '/followstats alice' };

async function openUrl(workspace: Workspace): Promise<string> {
  const { url } = await call(workspace, 'apps.connections.open', {}, workspace.credentials.appToken);
  return String(url);
}

/** A connection that keeps what it hears, and answers envelopes with `reply`. */
async function connect(workspace: Workspace, reply: (envelope: Envelope) => unknown = () => undefined) {
  const socket = new WebSocket(await openUrl(workspace));
  onTestFinished(() => socket.terminate());
  const heard: Envelope[] = [];
  const pinged = once(socket, 'ping');
  const closed = once(socket, 'close');
  const greeted = once(socket, 'message');
  socket.on('message', (data) => {
    const envelope: Envelope = JSON.parse(String(data));
    heard.push(envelope);
    const answer = envelope.envelope_id === undefined ? undefined : reply(envelope);
    if (answer !== undefined) socket.send(JSON.stringify(answer));
  });
  await greeted;
  return { socket, heard, pinged, closed };
}

const acknowledge = ({ envelope_id }: Envelope) => ({ envelope_id, payload: {} });

test('a connection is greeted and pinged', async () => {
  const workspace = await openWorkspace();
  const { heard, pinged } = await connect(workspace);
  expect(heard).toMatchObject([{ type: 'hello', num_connections: 1, connection_info: { app_id: expect.any(String) } }]);
  await pinged;
});

test('a greeting says how many connections there are at that moment', async () => {
  const workspace = await openWorkspace();
  const first = await connect(workspace);
  expect((await connect(workspace)).heard).toMatchObject([{ num_connections: 2 }]);
  first.socket.close();
  await expect.poll(() => workspace.sockets.open).toBe(1);
  expect((await connect(workspace)).heard).toMatchObject([{ num_connections: 2 }]);
});

test('the address is for the app token, and for one connection', async () => {
  const workspace = await openWorkspace();
  expect(await call(workspace, 'apps.connections.open', {})).toMatchObject({ error: 'not_allowed_token_type' });

  const url = await openUrl(workspace);
  expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/socket\?ticket=/);
  const first = new WebSocket(url);
  onTestFinished(() => first.terminate());
  await once(first, 'open');
  const [error] = await once(new WebSocket(url), 'error');
  expect(String(error)).toContain('401');
});

test('a command comes as an envelope, and is acknowledged by its id', async () => {
  const workspace = await openWorkspace();
  const { heard } = await connect(workspace, acknowledge);
  expect(await workspace.type(command)).toMatchObject({ kind: 'command', status: 200, body: '', error: undefined });
  expect(heard[1]).toMatchObject({
    type: 'slash_commands',
    accepts_response_payload: true,
    payload: { command: '/followstats', text: 'alice', user_id: ANA.id, is_enterprise_install: 'false' },
  });
});

test('a command may be answered in its acknowledgement', async () => {
  const workspace = await openWorkspace();
  await connect(workspace, ({ envelope_id }) => ({ envelope_id, payload: { text: 'for you' } }));
  expect(await workspace.type(command)).toMatchObject({ status: 200, body: '{"text":"for you"}' });
  expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ text: 'for you', visibleTo: ANA.id }]);
});

test('a press comes as an interactive envelope that takes no answer', async () => {
  const workspace = await openWorkspace();
  const { heard } = await connect(workspace, ({ envelope_id }) => ({ envelope_id, payload: { text: 'ignored' } }));
  const { ts } = await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'hi', blocks: [buttons('share')] });

  const delivery = await workspace.press({ personId: ANA.id, ts: String(ts), actionId: 'share' });
  expect(delivery).toMatchObject({ status: 200, body: '', error: undefined });
  expect(heard[1]).toMatchObject({
    type: 'interactive',
    accepts_response_payload: false,
    payload: { type: 'block_actions', actions: [{ action_id: 'share' }] },
  });
});

test('without an acknowledgement, or with that of another envelope, the time runs out', async () => {
  const workspace = await openWorkspace({ ackTimeoutMs: 50 });
  await connect(workspace, () => ({ envelope_id: 'another', payload: {} }));
  expect(await workspace.type(command)).toMatchObject({ status: 0, error: 'operation_timeout' });
});

test('each event goes to one of the connections', async () => {
  const workspace = await openWorkspace();
  const connections = [await connect(workspace, acknowledge), await connect(workspace, acknowledge)];
  for (let times = 0; times < 4; times += 1) await workspace.type(command);
  expect(connections.map(({ heard }) => heard.length - 1)).toEqual([2, 2]);
});

test('there are ten connections at most', async () => {
  const workspace = await openWorkspace();
  for (let count = 0; count < 10; count += 1) await connect(workspace);
  const { heard, closed } = await connect(workspace);
  expect(heard).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }]);
  await closed;
});

test('a dropped connection gets a disconnect frame, and a new one takes its place', async () => {
  const workspace = await openWorkspace();
  const old = await connect(workspace, acknowledge);
  workspace.dropSockets();
  await old.closed;
  expect(old.heard.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
  expect(await workspace.type(command)).toMatchObject({ error: 'dispatch_failed' });

  const fresh = await connect(workspace, acknowledge);
  expect(await workspace.type(command)).toMatchObject({ status: 200 });
  expect(fresh.heard).toHaveLength(2);
});

test('socketConnected waits for the first connection', async () => {
  const workspace = await openWorkspace();
  const connected = workspace.socketConnected();
  await connect(workspace);
  await connected;
  await workspace.socketConnected();
});

test('what still waits when the workspace closes ends with an error', async () => {
  const workspace = await openWorkspace();
  const neverConnected = expect(workspace.socketConnected()).rejects.toThrow('closed');
  await workspace.close();
  await neverConnected;

  const other = await openWorkspace();
  const asked = Promise.withResolvers<void>();
  await connect(other, () => asked.resolve());
  const delivery = other.type(command);
  await asked.promise;
  await other.close();
  expect(await delivery).toMatchObject({ status: 0, error: 'dispatch_failed' });
});

test('odd payloads go as interactive envelopes, events as their own', async () => {
  const workspace = await openWorkspace();
  const { heard } = await connect(workspace, acknowledge);
  await workspace.deliver({ body: { json: { type: 'odd' } } });
  await workspace.deliver({ body: { json: { type: 'event_callback', event: { type: 'app_home_opened' } } } });
  await workspace.deliver({ body: { form: { command: '/other' } } });

  expect(heard.slice(1)).toMatchObject([
    { type: 'interactive', payload: { type: 'odd' } },
    { type: 'events_api', retry_attempt: 0, payload: { type: 'event_callback' } },
    { type: 'slash_commands', payload: { command: '/other' } },
  ]);
  await expect(workspace.deliver({ body: { text: 'x', contentType: 'text/plain' } })).rejects.toThrow('request URL');
});
