import { expect, test } from 'vitest';
import { validateView } from '../../../../src/demo/slack/blocks/validate-view.ts';
import { ANA, call, manifestWith, OPEN, openApp, openWorkspace, section } from '../open-workspace.ts';

const text = (words: string) => ({ type: 'plain_text', text: words });
const modal = (more: object = {}) => ({ type: 'modal', title: text('Digest'), blocks: [section('hello')], ...more });
const input = (block_id: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id,
  label: text(block_id),
  element: { type: 'plain_text_input', action_id: 'a', ...element },
  ...more,
});

/** A workspace whose clock stands until it is moved, and a way to get triggers. */
async function openWithTriggers() {
  let time = Date.now();
  const workspace = await openWorkspace({ now: () => time });
  const app = await openApp(workspace);
  const trigger = async () => {
    await workspace.type({ personId: ANA.id, channelId: OPEN, text: '/followstats' });
    return String(app.last().form.trigger_id);
  };
  const open = async (view: object) => call(workspace, 'views.open', { trigger_id: await trigger(), view });
  return { workspace, app, trigger, open, wait: (ms: number) => (time += ms) };
}

test('a trigger opens one modal, within three seconds', async () => {
  const { workspace, trigger, wait } = await openWithTriggers();
  const open = (trigger_id: string) => call(workspace, 'views.open', { trigger_id, view: modal() });
  const used = await trigger();
  expect(await open(used)).toMatchObject({ ok: true, view: { type: 'modal', title: { text: 'Digest' } } });
  expect(workspace.modalOf(ANA.id)).toMatchObject({ title: 'Digest', originChannelId: OPEN });
  expect(await open(used)).toMatchObject({ error: 'exchanged_trigger_id' });
  const late = await trigger();
  wait(3_001);
  expect(await open(late)).toMatchObject({ error: 'expired_trigger_id' });
  expect(await open('nonsense')).toMatchObject({ error: 'invalid_trigger_id' });
});

test('a view that Slack would not show is refused, and the answer says where', async () => {
  const { open, workspace } = await openWithTriggers();
  const answer = await open(modal({ title: text('x'.repeat(25)), blocks: [{ type: 'nonsense' }] }));
  expect(answer).toMatchObject({
    ok: false,
    error: 'invalid_arguments',
    response_metadata: {
      messages: [
        '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]',
        '[ERROR] unsupported type: "nonsense" [json-pointer:/view/blocks/0/type]',
      ],
    },
  });
  expect(workspace.modalOf(ANA.id)).toBeUndefined();
});

test.each([
  ['a submit of 25 characters', modal({ submit: text('x'.repeat(25)) }), '/submit/text'],
  ['a close of 25 characters', modal({ close: text('x'.repeat(25)) }), '/close/text'],
  ['101 blocks', modal({ blocks: Array(101).fill({ type: 'divider' }) }), '/blocks'],
  ['3001 characters of metadata', modal({ private_metadata: 'x'.repeat(3001) }), '/private_metadata'],
  ['inputs and no submit', modal({ blocks: [input('b', {})] }), '/submit'],
  ['no title', { type: 'modal', blocks: [] }, ''],
  ['no blocks', { type: 'modal', title: text('x') }, ''],
  ['a chart', modal({ blocks: [{ type: 'data_visualization', title: 'x', chart: {} }] }), '/blocks/0/type'],
  ['a table', modal({ blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }] }), '/blocks/0/type'],
  ['an unknown property', modal({ subtitle: 'x' }), ''],
  ['no object', 'modal', ''],
])('%s is no modal', (_what, view, pointer) => {
  expect(validateView(view, 'modal').map((fault) => fault.pointer)).toEqual([pointer]);
});

test('a modal at all its limits is one', () => {
  const blocks = [...Array(99).fill({ type: 'divider' }), input('b', {})];
  const words = text('x'.repeat(24));
  const view = modal({ title: words, submit: words, close: words, blocks, private_metadata: 'x'.repeat(3000) });
  expect(validateView(view, 'modal')).toEqual([]);
});

test('an update keeps what was typed under the same ids, and only that', async () => {
  const { workspace, open } = await openWithTriggers();
  const form = (...blocks: readonly object[]) => modal({ blocks, submit: text('Save') });
  const { view } = await open(form(input('kept', { initial_value: 'begun' }), input('other', {})));
  const { id } = view as { id: string };
  await workspace.fillIn({ personId: ANA.id, blockId: 'kept', values: { a: 'typed' } });
  await workspace.fillIn({ personId: ANA.id, blockId: 'other', values: { a: 'gone' } });

  const update = form(input('kept', { initial_value: 'anew' }), input('new', { initial_value: 'fresh' }));
  expect(await call(workspace, 'views.update', { view_id: id, view: update })).toMatchObject({
    ok: true,
    view: { id, state: { values: { kept: { a: { type: 'plain_text_input', value: 'typed' } } } } },
  });
  expect(workspace.modalOf(ANA.id)?.values).toEqual({
    kept: { a: { type: 'plain_text_input', value: 'typed' } },
    new: { a: { type: 'plain_text_input', value: 'fresh' } },
  });
});

test('an update with an old hash is refused, one by external id is not', async () => {
  const { workspace, open } = await openWithTriggers();
  const { view } = await open(modal({ external_id: 'mine' }));
  const { id: view_id, hash } = view as { id: string; hash: string };
  const update = (args: object) => call(workspace, 'views.update', { view: modal({ external_id: 'mine' }), ...args });
  expect(await update({ view_id, hash })).toMatchObject({ ok: true });
  expect(await update({ view_id, hash })).toMatchObject({ error: 'hash_conflict' });
  expect(await update({ external_id: 'mine' })).toMatchObject({ ok: true, view: { id: view_id } });
  expect(await update({ external_id: 'other' })).toMatchObject({ error: 'not_found' });
  await workspace.closeModal({ personId: ANA.id });
  expect(await update({ view_id })).toMatchObject({ error: 'not_found' });
});

test('three modals stand on each other, pushed by what is done inside', async () => {
  const { workspace, app, open, trigger } = await openWithTriggers();
  const button = { type: 'button', action_id: 'more', text: text('More') };
  const view = modal({ blocks: [{ type: 'actions', elements: [button] }] });
  const push = async () => {
    await workspace.pressInView({ personId: ANA.id, actionId: 'more' });
    const { trigger_id } = JSON.parse(app.last().form.payload ?? '');
    return call(workspace, 'views.push', { trigger_id, view });
  };
  const { view: first } = await open(view);
  const root = (first as { id: string }).id;
  expect(await push()).toMatchObject({ view: { root_view_id: root, previous_view_id: root } });
  expect(await push()).toMatchObject({ ok: true });
  expect(await push()).toMatchObject({ error: 'push_limit_reached' });
  const outside = { trigger_id: await trigger(), view };
  expect(await call(workspace, 'views.push', outside)).toMatchObject({ error: 'invalid_trigger_id' });

  await workspace.closeModal({ personId: ANA.id });
  expect(workspace.modalOf(ANA.id)?.previousId).toBe(root);
  await workspace.closeModal({ personId: ANA.id, all: true });
  expect(workspace.modalOf(ANA.id)).toBeUndefined();
});

test('a Home tab is announced, filled and clicked', async () => {
  const manifest = `${manifestWith({ events: ['app_home_opened'] })}
`.replace('features:', 'features:\n  app_home: { home_tab_enabled: true }');
  const workspace = await openWorkspace({ manifest });
  const app = await openApp(workspace);
  const opened = await workspace.openHome(ANA.id);
  expect(opened).toMatchObject({ kind: 'event', status: 200 });
  const { event } = JSON.parse(app.last().body);
  expect(event).toMatchObject({ type: 'app_home_opened', user: ANA.id, tab: 'home', channel: 'D0ANA' });
  expect(event).not.toHaveProperty('view');

  const button = { type: 'button', action_id: 'refresh', text: text('Refresh') };
  const view = { type: 'home', blocks: [section('hi'), { type: 'actions', elements: [button] }] };
  expect(await call(workspace, 'views.publish', { user_id: ANA.id, view })).toMatchObject({ ok: true });
  const home = await workspace.waitForHome({ personId: ANA.id });
  expect(home.blocks).toMatchObject(view.blocks);
  await workspace.pressInView({ personId: ANA.id, surface: 'home', actionId: 'refresh' });
  expect(JSON.parse(app.last().form.payload ?? '')).toMatchObject({
    type: 'block_actions',
    container: { type: 'view', view_id: home.id },
    view: { type: 'home' },
    actions: [{ action_id: 'refresh' }],
  });

  await workspace.openHome(ANA.id);
  expect(JSON.parse(app.last().body).event.view).toMatchObject({ id: home.id });
  const again = { user_id: ANA.id, view, hash: 'old' };
  expect(await call(workspace, 'views.publish', again)).toMatchObject({ error: 'hash_conflict' });
  const invalid = { user_id: ANA.id, view: { type: 'home', blocks: [{ type: 'alert', text: text('x') }] } };
  expect(await call(workspace, 'views.publish', invalid)).toMatchObject({ error: 'invalid_arguments' });
});

test('without a Home tab in the manifest there is nothing to open or to fill', async () => {
  const { workspace, app } = await openWithTriggers();
  expect(await workspace.openHome(ANA.id)).toBeUndefined();
  const view = { type: 'home', blocks: [] };
  expect(await call(workspace, 'views.publish', { user_id: ANA.id, view })).toMatchObject({ error: 'not_enabled' });
  expect(app.received).toEqual([]);
});
