import { describe, expect, test } from 'vitest';
import { ANA, BO, beside, buttons, call, OPEN, openApp, openWorkspace, options } from '../open-workspace.ts';

const confirm = { text: { type: 'plain_text', text: 'Really?' } };
const BLOCKS = [
  beside('row', { type: 'overflow', action_id: 'more', options: options('edit', 'delete'), confirm }),
  {
    type: 'actions',
    block_id: 'menus',
    elements: [
      { type: 'static_select', action_id: 'day', options: options('mon', 'tue'), initial_option: options('mon')[0] },
      { type: 'multi_static_select', action_id: 'days', options: options('mon', 'tue', 'wed'), max_selected_items: 2 },
      { type: 'users_select', action_id: 'who' },
      { type: 'overflow', action_id: 'more', options: options('stop') },
    ],
  },
  buttons('save'),
];

async function openWithMenus({ user = '', blocks = BLOCKS as readonly object[] } = {}) {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  const method = user === '' ? 'chat.postMessage' : 'chat.postEphemeral';
  const posted = await call(workspace, method, { channel: OPEN, text: 'digests', blocks, ...(user && { user }) });
  const ts = String(posted.ts ?? posted.message_ts);
  const payload = () => JSON.parse(app.last().form.payload ?? '');
  const choose = async (input: Omit<Parameters<typeof workspace.choose>[0], 'ts' | 'personId'>, personId = ANA.id) => {
    const delivery = await workspace.choose({ personId, ts, ...input });
    return { delivery, payload: payload() };
  };
  return { workspace, app, ts, choose, payload };
}

describe('an overflow menu of a message', () => {
  test('tells the app which option was chosen, where and by whom', async () => {
    const { choose, ts } = await openWithMenus();
    const { delivery, payload } = await choose({ actionId: 'more', value: 'delete' });
    expect(delivery).toMatchObject({ kind: 'block_actions', status: 200, error: undefined });
    expect(payload).toMatchObject({
      type: 'block_actions',
      user: { id: ANA.id },
      container: { type: 'message', message_ts: ts, channel_id: OPEN, is_ephemeral: false },
      message: { ts },
      response_url: expect.stringContaining('/response/'),
      trigger_id: expect.any(String),
    });
    expect(payload.actions).toEqual([
      {
        type: 'overflow',
        block_id: 'row',
        action_id: 'more',
        selected_option: options('delete')[0],
        confirm,
        action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
      },
    ]);
  });

  test('is found by its block when there are two of one name, and takes only what it offers', async () => {
    const { choose, app } = await openWithMenus();
    await expect(choose({ actionId: 'more', value: 'stop' })).rejects.toThrow(
      'more offers no "stop", but: edit, delete',
    );
    expect(app.received).toEqual([]);
    const { payload } = await choose({ actionId: 'more', blockId: 'menus', value: 'stop' });
    expect(payload.actions[0]).toMatchObject({ block_id: 'menus', selected_option: { value: 'stop' } });
  });
});

describe('a select of a message', () => {
  test('is sent with all it then holds, and with what the element began with', async () => {
    const { choose } = await openWithMenus();
    const one = await choose({ actionId: 'day', value: 'tue' });
    expect(one.payload.actions[0]).toMatchObject({
      type: 'static_select',
      block_id: 'menus',
      selected_option: options('tue')[0],
      initial_option: options('mon')[0],
    });
    const several = await choose({ actionId: 'days', value: ['mon', 'wed'] });
    expect(several.payload.actions[0]).toMatchObject({
      type: 'multi_static_select',
      selected_options: options('mon', 'wed'),
    });
    const person = await choose({ actionId: 'who', value: BO.id });
    expect(person.payload.actions[0]).toMatchObject({ type: 'users_select', selected_user: BO.id });
  });

  test('takes only what it offers, and not too much of it', async () => {
    const { choose, app, ts, workspace } = await openWithMenus({ user: ANA.id });
    await expect(choose({ actionId: 'day', value: 'sun' })).rejects.toThrow('day offers no "sun", but: mon, tue');
    await expect(choose({ actionId: 'days', value: ['mon', 'tue', 'wed'] })).rejects.toThrow('days takes at most 2');
    await expect(choose({ actionId: 'month', value: 'may' })).rejects.toThrow('no field month, but: day, days, who');
    const another = { personId: BO.id, ts, actionId: 'day', value: 'tue' };
    await expect(workspace.choose(another)).rejects.toThrow('U0BO sees no message');
    expect(app.received).toEqual([]);
  });

  test('a button pressed later brings what each person chose for themselves', async () => {
    const { workspace, choose, payload, ts } = await openWithMenus();
    await choose({ actionId: 'day', value: 'tue' });
    const { state } = (await choose({ actionId: 'days', value: ['wed'] })).payload;
    const chosen = {
      menus: {
        day: { type: 'static_select', selected_option: options('tue')[0] },
        days: { type: 'multi_static_select', selected_options: options('wed') },
        who: { type: 'users_select', selected_user: null },
      },
    };
    expect(state).toEqual({ values: chosen });
    await workspace.press({ personId: ANA.id, ts, actionId: 'save' });
    expect(payload().state).toEqual({ values: chosen });
    await workspace.press({ personId: BO.id, ts, actionId: 'save' });
    expect(payload().state.values.menus).toMatchObject({
      day: { selected_option: options('mon')[0] },
      days: { selected_options: [] },
    });
  });
});

test('a forged choice claims any value in an element of any type, but is sent from the message', async () => {
  const { choose, ts } = await openWithMenus();
  const { payload } = await choose({ actionId: 'gone', value: '../7', forged: { type: 'overflow' } });
  expect(payload.container).toMatchObject({ message_ts: ts, channel_id: OPEN });
  expect(payload.actions).toMatchObject([
    { type: 'overflow', action_id: 'gone', selected_option: { value: '../7', text: { type: 'plain_text' } } },
  ]);
  const several = await choose({ actionId: 'gone', value: ['a', 'b'], forged: { type: 'multi_external_select' } });
  expect(several.payload.actions).toMatchObject([{ selected_options: [{ value: 'a' }, { value: 'b' }] }]);
});

test('a modal has overflow menus and buttons beside its text', async () => {
  const { workspace, payload, ts } = await openWithMenus();
  await workspace.press({ personId: ANA.id, ts, actionId: 'save' });
  const view = {
    type: 'modal',
    title: { type: 'plain_text', text: 'Digests' },
    blocks: [
      BLOCKS[0],
      beside('other', {
        type: 'button',
        action_id: 'run',
        text: { type: 'plain_text', text: 'Run' },
        value: '7',
      }),
    ],
  };
  await call(workspace, 'views.open', { trigger_id: payload().trigger_id, view });

  const inView = { personId: ANA.id, actionId: 'more' };
  const delivery = await workspace.chooseInView({ ...inView, value: 'edit' });
  expect(delivery).toMatchObject({ kind: 'block_actions', status: 200 });
  expect(payload()).toMatchObject({
    container: { type: 'view', view_id: workspace.modalOf(ANA.id)?.id },
    view: { state: { values: {} } },
    actions: [{ type: 'overflow', block_id: 'row', selected_option: options('edit')[0] }],
  });
  await workspace.pressInView({ personId: ANA.id, actionId: 'run' });
  expect(payload().actions).toMatchObject([{ type: 'button', block_id: 'other', value: '7' }]);
  await expect(workspace.chooseInView({ ...inView, value: 'stop' })).rejects.toThrow('more offers no "stop"');
  await expect(workspace.chooseInView({ ...inView, actionId: 'run', value: 'x' })).rejects.toThrow(
    'no overflow menu run, but: more',
  );
});
