import { describe, expect, test } from 'vitest';
import { ANA, BO, buttons, call, OPEN } from '../demo/slack/open-workspace.ts';
import { openConnection } from './connection/open-connection.ts';

const MODES = ['http', 'socket'] as const;
const OTHER_VERSION = 'This belongs to another version of followstats. Type the command again.';

describe.each(MODES)('over %s', (mode) => {
  test('a command without a listener is answered with a sentence, for the asker only, at once', async () => {
    const { workspace } = await openConnection({ mode });
    const { status, ackMs, error } = await workspace.type({ personId: ANA.id, channelId: OPEN, text: '/plain x' });
    expect({ status, error }).toEqual({ status: 200, error: undefined });
    expect(ackMs).toBeLessThan(1000);
    expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([
      { text: '/plain is not a command of followstats. Type /followstats help.', visibleTo: ANA.id },
    ]);
  });

  test('a button of another version is answered through its response URL', async () => {
    const { workspace } = await openConnection({ mode });
    await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'old', blocks: [buttons('followstats_old')] });
    const [message] = workspace.messagesFor(ANA.id, OPEN);
    const since = workspace.mark();
    const { status, ackMs } = await workspace.press({
      personId: ANA.id,
      ts: message?.ts ?? '',
      actionId: 'followstats_old',
    });
    expect(status).toBe(200);
    expect(ackMs).toBeLessThan(1000);
    const answer = await workspace.waitForMessage({ personId: ANA.id, since });
    expect(answer).toMatchObject({ text: OTHER_VERSION, visibleTo: ANA.id });
    expect(workspace.messagesFor(BO.id, OPEN)).toHaveLength(1);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a view that was not opened', { type: 'view_submission', view: { callback_id: 'x' }, user: { id: ANA.id } }],
    ['an event without a listener', { type: 'event_callback', event: { type: 'reaction_added', user: ANA.id } }],
    ['an event that is text', { type: 'event_callback', event: 'x' }],
    ['a type from the future', { type: 'from_the_future' }],
    ['no type', { hello: 'world' }],
    ['a press without actions', { type: 'block_actions', actions: [], user: { id: ANA.id } }],
    ['a press whose actions are null', { type: 'block_actions', actions: [null], user: null }],
    ['a press without anything', { type: 'block_actions' }],
    ['an unknown shortcut', { type: 'message_action', callback_id: 'x', user: { id: ANA.id } }],
  ])('%s is acknowledged at once, and the next command is answered', async (_, payload) => {
    const { workspace } = await openConnection({ mode });
    const { status, ackMs, body } = await workspace.deliver({ body: { json: payload } });
    expect({ status, body }).toEqual({ status: 200, body: '' });
    expect(ackMs).toBeLessThan(1000);
    expect((await workspace.type({ personId: ANA.id, channelId: OPEN, text: '/plain x' })).status).toBe(200);
  });

  test('an answer that can’t be sent breaks nothing', async () => {
    const { workspace, connection } = await openConnection({ mode });
    const payload = {
      type: 'block_actions',
      actions: [{ type: 'button', action_id: 'x', block_id: 'b' }],
      user: { id: ANA.id },
      response_url: `${workspace.apiUrl.replace('/api/', '/response/')}the-secret-part`,
    };
    expect((await workspace.deliver({ body: { json: payload } })).status).toBe(200);
    await connection.app.idle();
    expect((await workspace.type({ personId: ANA.id, channelId: OPEN, text: '/plain x' })).status).toBe(200);
  });
});

test('an event that is null is acknowledged at once', async () => {
  const { workspace } = await openConnection();
  const { status, ackMs } = await workspace.deliver({ body: { json: { type: 'event_callback', event: null } } });
  expect(status).toBe(200);
  expect(ackMs).toBeLessThan(1000);
});

test('what can’t be mentioned, formatted or broken in a command’s name isn’t', async () => {
  const { workspace } = await openConnection();
  const form = { command: '/<!channel>\n*b*', text: '', user_id: ANA.id, channel_id: OPEN };
  const { body } = await workspace.deliver({ body: { form } });
  expect(JSON.parse(body)).toEqual({
    response_type: 'ephemeral',
    mrkdwn: false,
    text: '/&lt;!channel&gt; *b* is not a command of followstats. Type /followstats help.',
  });
});

test('the log names what kind it was and repeats nothing else of it', async () => {
  const { workspace, sink } = await openConnection();
  await workspace.deliver({ body: { json: { type: 'x'.repeat(100), response_url: 'https://hooks/the-secret-part' } } });
  expect(sink.named('a request from Slack that nothing here is for')).toMatchObject([{ type: 'x'.repeat(40) }]);
  expect(sink.lines.join()).not.toContain('the-secret-part');
});
