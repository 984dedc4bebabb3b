import { expect, test } from 'vitest';
import { ANA, BO, call, manifestWith, OPEN, openApp, openWorkspace, section } from '../slack/open-workspace.ts';
import { openPage } from './open-page.ts';

const text = (words: string) => ({ type: 'plain_text', text: words });
const field = {
  type: 'input',
  block_id: 'who',
  label: text('Who'),
  element: { type: 'plain_text_input', action_id: 'typed' },
};
const button = { type: 'actions', elements: [{ type: 'button', action_id: 'preview', text: text('Preview') }] };

async function openWithModal() {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  const page = await openPage({ workspace });
  await page.post('/demo/type', { as: BO.id, channel: OPEN, text: 'ask @ana' });
  const [message] = (await page.state()).messages;
  const use = { as: ANA.id, channel: OPEN, ts: message.ts, callbackId: 'look_up' };
  expect(await page.post('/demo/shortcut', use)).toMatchObject({ status: 200, json: { kind: 'message_action' } });

  const { trigger_id } = JSON.parse(app.last().form.payload ?? '');
  const view = { type: 'modal', title: text('Digest'), submit: text('Save'), blocks: [field, button] };
  expect(await call(workspace, 'views.open', { trigger_id, view })).toMatchObject({ ok: true });
  return { ...page, app, payload: () => JSON.parse(app.last().form.payload ?? '') };
}

test('a message is offered the shortcuts of messages', async () => {
  const { state } = await openPage();
  expect(await state()).toMatchObject({ messageShortcuts: [{ callbackId: 'look_up', name: 'Look up follow stats' }] });
});

test('a modal is there for whom it was opened, filled in, clicked and submitted', async () => {
  const { post, state, payload } = await openWithModal();
  expect((await state()).modal).toMatchObject({ title: 'Digest', below: 0 });
  expect((await state(`?as=${BO.id}`)).modal).toBeNull();

  const place = { as: ANA.id, surface: 'modal', blockId: 'who', actionId: 'typed' };
  expect(await post('/demo/view/submit', { as: ANA.id })).toMatchObject({ json: { error: 'form_incomplete' } });
  expect((await state()).modal.errors).toEqual({ who: 'Please complete this required field.' });
  expect(await post('/demo/view/fill', { ...place, value: 'alice', pressEnter: false })).toMatchObject({ json: [] });
  expect((await state()).modal).toMatchObject({ errors: {}, values: { who: { typed: { value: 'alice' } } } });

  const press = { as: ANA.id, surface: 'modal', actionId: 'preview' };
  expect(await post('/demo/view/press', press)).toMatchObject({ json: { kind: 'block_actions', status: 200 } });
  expect(payload()).toMatchObject({ container: { type: 'view' }, actions: [{ action_id: 'preview' }] });
  expect(await post('/demo/view/submit', { as: ANA.id })).toMatchObject({ json: { kind: 'view_submission' } });
  expect((await state()).modal).toBeNull();
});

test('a modal is closed without a word when the app wants none', async () => {
  const { post, state } = await openWithModal();
  expect(await post('/demo/view/close', { as: ANA.id, all: true })).toMatchObject({ status: 200, json: [] });
  expect((await state()).modal).toBeNull();
  expect(await post('/demo/view/close', { as: ANA.id, all: true })).toMatchObject({
    status: 400,
    json: { error: 'U0ANA has no modal open' },
  });
});

test.each([
  [{ value: {} }, '"value" must be a text, a number, a list of texts or null.'],
  [{ value: [1] }, '"value" must be a text, a number, a list of texts or null.'],
  [{ value: 'x', actionId: 'other' }, 'There is no field other, but: typed'],
])('a field takes what fields take: %j', async (more, error) => {
  const { post } = await openWithModal();
  const fill = { as: ANA.id, surface: 'modal', blockId: 'who', actionId: 'typed', pressEnter: false, ...more };
  expect(await post('/demo/view/fill', fill)).toEqual({ status: 400, json: { error } });
});

test('the Home tab is a place of its own, once the app has one', async () => {
  const { state: without } = await openPage();
  expect(await without()).toMatchObject({ hasHomeTab: false, home: null });
  expect(await without('?channel=home')).toEqual({ error: 'There is no channel home.' });

  const manifest = `${manifestWith({ events: ['app_home_opened'] })}
`.replace('features:', 'features:\n  app_home: { home_tab_enabled: true }');
  const workspace = await openWorkspace({ manifest });
  const app = await openApp(workspace);
  const { post, state } = await openPage({ workspace });
  expect(await state('?channel=home')).toMatchObject({ channelId: 'home', messages: [], home: null });
  expect(await post('/demo/home', { as: ANA.id })).toMatchObject({ status: 200, json: { kind: 'event' } });
  expect(JSON.parse(app.last().body).event.user).toBe(ANA.id);
  await call(workspace, 'views.publish', { user_id: ANA.id, view: { type: 'home', blocks: [section('hi')] } });
  expect((await state('?channel=home')).home.blocks).toMatchObject([section('hi')]);
});

test('a line may be said in a thread', async () => {
  const { post, state } = await openPage();
  await post('/demo/type', { as: ANA.id, channel: OPEN, text: 'first' });
  const thread = (await state()).messages[0].ts;
  await post('/demo/type', { as: ANA.id, channel: OPEN, text: 'second', thread });
  expect((await state()).messages).toMatchObject([{ text: 'first' }, { text: 'second', threadTs: thread }]);
});

test('a channel is archived, closed to posts and left by the app from the page', async () => {
  const { post, state, workspace } = await openPage();
  const change = { isArchived: true, isRestricted: true, hasBot: false };
  expect(await post('/demo/channel', { channel: OPEN, ...change })).toEqual({ status: 200, json: null });
  const [channel] = (await state()).channels;
  expect(channel).toMatchObject({ isArchived: true, isRestricted: true });
  expect(channel.memberIds).not.toContain(workspace.botUserId);
  expect(await post('/demo/channel', { channel: 'C0NOWHERE' })).toMatchObject({
    status: 400,
    json: { error: 'There is no channel C0NOWHERE' },
  });
});
