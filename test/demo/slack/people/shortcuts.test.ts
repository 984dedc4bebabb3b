import { expect, test } from 'vitest';
import { ANA, BO, call, GUS, OPEN, openApp, openWorkspace, respond, SAM, section } from '../open-workspace.ts';

async function openWithApp() {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  const use = async (personId: string, ts: string) => {
    const delivery = await workspace.useShortcut({ personId, ts, channelId: OPEN, callbackId: 'look_up' });
    return { delivery, payload: JSON.parse(app.last().form.payload ?? '') };
  };
  const say = async (text: string, threadTs?: string) => {
    await workspace.type({ personId: BO.id, channelId: OPEN, text, ...(threadTs !== undefined && { threadTs }) });
    return workspace.messagesFor(BO.id, OPEN).at(-1)?.ts ?? '';
  };
  return { workspace, app, use, say };
}

test('a message shortcut brings the message, its author and a way to answer', async () => {
  const { workspace, use, say } = await openWithApp();
  const ts = await say('ask @ana and @ops');
  const { delivery, payload } = await use(ANA.id, ts);

  expect(delivery).toMatchObject({ kind: 'message_action', status: 200, error: undefined });
  const [message] = workspace.messagesFor(ANA.id, OPEN);
  expect(payload).toMatchObject({
    type: 'message_action',
    callback_id: 'look_up',
    trigger_id: expect.any(String),
    action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
    message_ts: ts,
    user: { id: ANA.id, name: 'ana', team_id: 'T0TEAM' },
    channel: { id: OPEN, name: 'open' },
    team: { id: 'T0TEAM', domain: 'northwind-community' },
    message: {
      type: 'message',
      user: BO.id,
      ts,
      text: 'ask <@U0ANA> and <!subteam^S0OPS|@ops>',
      blocks: message?.blocks,
    },
  });

  await respond(payload.response_url, { text: 'here you are' });
  expect(workspace.messagesFor(ANA.id, OPEN).at(-1)).toMatchObject({ text: 'here you are', visibleTo: ANA.id });
  expect(workspace.messagesFor(BO.id, OPEN)).toHaveLength(1);
});

test('in a thread the message says which', async () => {
  const { use, say } = await openWithApp();
  const parent = await say('first');
  const { payload } = await use(ANA.id, await say('second', parent));
  expect(payload.message).toMatchObject({ text: 'second', thread_ts: parent });
});

test('a post of another bot has attachments, and no user', async () => {
  const { workspace, use } = await openWithApp();
  const attachments = [{ fallback: 'deploy', text: 'by <@U0ANA>' }];
  const { ts } = workspace.postAsBot({
    username: 'deploys',
    channelId: OPEN,
    blocks: [section('<@U0BO>')],
    attachments,
  });
  const { message } = (await use(ANA.id, ts)).payload;
  expect(message).toMatchObject({ subtype: 'bot_message', username: 'deploys', attachments });
  expect(message.blocks).toMatchObject([section('<@U0BO>')]);
  expect(message).not.toHaveProperty('user');
});

test('the app itself may post attachments, as long as Slack would take them', async () => {
  const { workspace } = await openWithApp();
  const post = (attachments: unknown) => call(workspace, 'chat.postMessage', { channel: OPEN, attachments });
  expect(await post([{ text: 'old style' }])).toMatchObject({
    ok: true,
    message: { attachments: [{ text: 'old style' }] },
  });
  expect(await post([{ blocks: [{ type: 'nonsense' }] }])).toMatchObject({ error: 'invalid_attachments' });
  expect(await post('nonsense')).toMatchObject({ error: 'invalid_attachments' });
  expect(await post(Array(101).fill({ text: 'x' }))).toMatchObject({ error: 'too_many_attachments' });
});

test('guests and people of other teams are offered it, too', async () => {
  const { use, say } = await openWithApp();
  const ts = await say('hello');
  expect((await use(GUS.id, ts)).payload.user).toMatchObject({ id: GUS.id, team_id: 'T0TEAM' });
  const { payload } = await use(SAM.id, ts);
  expect(payload.team.id).toBe('T0TEAM');
  expect(payload.user.team_id).not.toBe('T0TEAM');
});

test('it is not offered on an ephemeral message, nor to whom does not see the message', async () => {
  const { workspace, app, use, say } = await openWithApp();
  const { message_ts } = await call(workspace, 'chat.postEphemeral', { channel: OPEN, user: ANA.id, text: 'psst' });
  await expect(use(ANA.id, String(message_ts))).rejects.toThrow('none, as for every ephemeral message');
  await expect(use(BO.id, String(message_ts))).rejects.toThrow('U0BO sees no message');
  const ts = await say('hello');
  const elsewhere = { personId: ANA.id, ts, channelId: 'C0CLOSED', callbackId: 'look_up' };
  await expect(workspace.useShortcut(elsewhere)).rejects.toThrow('is in C0OPEN, not in C0CLOSED');
  const unknown = { personId: ANA.id, ts, channelId: OPEN, callbackId: 'other' };
  await expect(workspace.useShortcut(unknown)).rejects.toThrow('is not offered the shortcut other, but: look_up');
  expect(app.received).toEqual([]);
});

test('commands are not taken in threads', async () => {
  const { workspace, app, say } = await openWithApp();
  const threadTs = await say('first');
  const delivery = await workspace.type({ personId: ANA.id, channelId: OPEN, text: '/followstats alice', threadTs });
  expect(delivery.error).toBe('/followstats is not supported in threads. Sorry!');
  expect(app.received).toEqual([]);
});
