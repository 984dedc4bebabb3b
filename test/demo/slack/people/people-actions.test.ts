import { describe, expect, test } from 'vitest';
import { ANA, BO, buttons, CLOSED, call, OPEN, openApp, openWorkspace, SAM, section } from '../open-workspace.ts';

async function openWithMessage({ blocks = [buttons('share', 'refresh')], user = '', channel = OPEN } = {}) {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  const method = user === '' ? 'chat.postMessage' : 'chat.postEphemeral';
  const posted = await call(workspace, method, { channel, text: 'numbers', blocks, ...(user && { user }) });
  const press = async (personId: string, actionId: string, blockId?: string) => {
    await workspace.press({ personId, ts, actionId, ...(blockId !== undefined && { blockId }) });
    return JSON.parse(app.last().form.payload ?? '');
  };
  const ts = String(posted.ts ?? posted.message_ts);
  return { workspace, app, ts, press };
}

describe('pressing a button', () => {
  test('tells the app what was clicked, where and by whom', async () => {
    const { workspace, ts, press } = await openWithMessage();
    const [message] = workspace.messagesFor(ANA.id, OPEN);
    const payload = await press(ANA.id, 'refresh');

    expect(payload).toMatchObject({
      type: 'block_actions',
      user: { id: ANA.id, username: 'ana', name: 'ana', team_id: 'T0TEAM' },
      team: { id: 'T0TEAM', domain: 'northwind-community' },
      channel: { id: OPEN, name: 'open' },
      container: { type: 'message', message_ts: ts, channel_id: OPEN, is_ephemeral: false },
      message: { type: 'message', ts, text: 'numbers', user: workspace.botUserId, blocks: message?.blocks },
      response_url: expect.stringContaining('/response/'),
      trigger_id: expect.any(String),
      is_enterprise_install: false,
    });
    expect(payload.actions).toEqual([
      {
        action_id: 'refresh',
        block_id: message?.blocks[0]?.block_id,
        value: 'value of refresh',
        text: { type: 'plain_text', text: 'refresh' },
        type: 'button',
        action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
      },
    ]);
  });

  test('an ephemeral message is not included', async () => {
    const { press, ts } = await openWithMessage({ user: ANA.id });
    const payload = await press(ANA.id, 'share');
    expect(payload.container).toEqual({ type: 'message', message_ts: ts, channel_id: OPEN, is_ephemeral: true });
    expect(payload).not.toHaveProperty('message');
  });

  test('a stranger comes from another team than the one the app is installed in', async () => {
    const { press } = await openWithMessage();
    const payload = await press(SAM.id, 'share');
    expect(payload.team.id).toBe('T0TEAM');
    expect(payload.user.team_id).not.toBe('T0TEAM');
  });

  test('the block tells buttons of the same name apart', async () => {
    const { press } = await openWithMessage({
      blocks: [
        { ...buttons('open'), block_id: 'first' },
        { ...section('more'), block_id: 'second', accessory: { ...button('open'), value: 'from the section' } },
      ],
    });
    expect((await press(ANA.id, 'open')).actions[0].block_id).toBe('first');
    expect((await press(ANA.id, 'open', 'second')).actions[0]).toMatchObject({
      block_id: 'second',
      value: 'from the section',
    });
  });

  test('a person can’t click what they do not see', async () => {
    const { press, app } = await openWithMessage({ user: ANA.id });
    await expect(press(BO.id, 'share')).rejects.toThrow('U0BO sees no message');
    await expect(press(ANA.id, 'sharing')).rejects.toThrow('no button sharing, but: share, refresh');
    await expect(press(ANA.id, 'share', 'elsewhere')).rejects.toThrow('no button');
    expect(app.received).toEqual([]);
  });

  test('a person can’t click in a private channel they are not in', async () => {
    const { press } = await openWithMessage({ channel: CLOSED });
    await expect(press(BO.id, 'share')).rejects.toThrow('sees no message');
  });

  test('an answer in the acknowledgement shows nothing', async () => {
    const { workspace, ts } = await openWithMessage();
    await openApp(workspace, () => ({ json: { text: 'ignored' } }));
    const delivery = await workspace.press({ personId: ANA.id, ts, actionId: 'share' });
    expect(delivery).toMatchObject({ kind: 'block_actions', status: 200, error: undefined });
    expect(workspace.messagesFor(ANA.id, OPEN)).toHaveLength(1);
  });
});

function button(action_id: string) {
  return { type: 'button', action_id, text: { type: 'plain_text', text: action_id } };
}
