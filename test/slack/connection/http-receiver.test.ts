import { describe, expect, test } from 'vitest';
import { ANA, OPEN } from '../../demo/slack/open-workspace.ts';
import { openConnection } from './open-connection.ts';

type Delivered = Parameters<Awaited<ReturnType<typeof openConnection>>['workspace']['deliver']>[0];

const command = { form: { command: '/followstats', text: 'help', user_id: ANA.id, channel_id: OPEN } };

/** An app that acknowledges its one command and remembers what reached it. */
async function open() {
  const commands: string[] = [];
  const opened = await openConnection({
    register: (app) =>
      app.command('/followstats', async ({ ack, command: { text } }) => {
        commands.push(text);
        await ack();
      }),
  });
  return { ...opened, commands, deliver: (delivered: Delivered) => opened.workspace.deliver(delivered) };
}

describe('a request', () => {
  test.each<[string, Partial<Delivered>, number]>([
    ['signed right now', {}, 200],
    ['signed with another secret', { signingSecret: 'b'.repeat(32) }, 401],
    ['six minutes old', { clockSkewSeconds: -360 }, 401],
    ['four minutes old', { clockSkewSeconds: -240 }, 200],
    ['six minutes ahead of time', { clockSkewSeconds: 360 }, 401],
    ['four minutes ahead of time', { clockSkewSeconds: 240 }, 200],
  ])('%s is answered %3$i, and listened to only then', async (_, how, status) => {
    const { deliver, commands } = await open();
    expect((await deliver({ body: command, ...how })).status).toBe(status);
    expect(commands).toEqual(status === 200 ? ['help'] : []);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['without signature and time', {}],
    ['without signature', { 'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)) }],
    ['with a time that is none', { 'x-slack-request-timestamp': 'now', 'x-slack-signature': 'v0=0' }],
    [
      'with half a signature',
      { 'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)), 'x-slack-signature': 'v0=' },
    ],
  ])('%s is refused, and the log says so', async (_, headers) => {
    const { connection, requestUrl, sink, commands } = await open();
    expect(connection.isConnected()).toBe(true);
    const { status } = await fetch(requestUrl, { method: 'POST', headers, body: 'command=%2Ffollowstats' });
    expect(status).toBe(401);
    expect(commands).toEqual([]);
    expect(sink.lines.filter((line) => line.includes('HTTP requests were refused'))).toHaveLength(1);
  });
});

describe('a signed body', () => {
  test.each<[string, Delivered['body']]>([
    ['null', { json: null }],
    ['a list', { json: [1] }],
    ['a string', { json: 'hello' }],
    ['a number', { json: 7 }],
    ['broken JSON', { text: '{"type":', contentType: 'application/json' }],
    ['nothing', { text: '', contentType: 'application/json' }],
    ['a payload that is null', { form: { payload: 'null' } }],
    ['a payload that is broken', { form: { payload: '{"type":' } }],
    ['text of an unknown type', { text: '<xml/>', contentType: 'text/xml' }],
  ])('of %s is answered 400 at once', async (_, body) => {
    const { deliver } = await open();
    const { status, ackMs } = await deliver({ body });
    expect(status).toBe(400);
    expect(ackMs).toBeLessThan(1000);
  });

  test('over 1 MiB is answered 413', async () => {
    const { deliver, commands } = await open();
    const body = { form: { ...command.form, text: 'x'.repeat(1024 * 1024) } };
    expect((await deliver({ body })).status).toBe(413);
    expect(commands).toEqual([]);
  });

  test('just below 1 MiB is read', async () => {
    const { deliver, commands } = await open();
    const text = 'x'.repeat(1024 * 1024 - 200);
    expect((await deliver({ body: { form: { ...command.form, text } } })).status).toBe(200);
    expect(commands[0]?.length).toBe(text.length);
  });
});

test('Slack’s check of the certificate is answered', async () => {
  const { deliver } = await open();
  expect(await deliver({ body: { form: { ssl_check: '1', token: 'x' } } })).toMatchObject({ status: 200, body: '' });
});

test('Slack’s check of the request URL gets its challenge back', async () => {
  const { deliver } = await open();
  const { status, body } = await deliver({ body: { json: { type: 'url_verification', challenge: 'c-1' } } });
  expect(status).toBe(200);
  expect(JSON.parse(body)).toEqual({ challenge: 'c-1' });
});
