import { expect, test } from 'vitest';
import { ANA, beside, buttons, call, OPEN, openApp, openWorkspace, options } from '../slack/open-workspace.ts';
import { openPage } from './open-page.ts';

test('a line that is typed becomes a message of that person', async () => {
  const { post, state } = await openPage();

  const answer = await post('/demo/type', { as: ANA.id, channel: OPEN, text: 'hello' });

  expect(answer).toMatchObject({ status: 200, json: { kind: 'event', status: 200 } });
  expect((await state()).messages).toMatchObject([{ authorId: ANA.id, text: 'hello' }]);
});

test('a command goes to the app, and the answer says how it was acknowledged', async () => {
  const workspace = await openWorkspace();
  const app = await openApp(workspace, () => ({ text: 'Looking…' }));
  const { post, state } = await openPage({ workspace });

  const { json } = await post('/demo/type', { as: ANA.id, channel: OPEN, text: '/followstats alice' });

  expect(json).toMatchObject({ kind: 'command', status: 200, body: 'Looking…' });
  expect(app.last().form).toMatchObject({ command: '/followstats', text: 'alice', user_id: ANA.id });
  expect((await state()).messages).toMatchObject([{ text: 'Looking…', visibleTo: ANA.id }]);
});

test('an app that never acknowledges is an answer with what Slack says of it', async () => {
  const workspace = await openWorkspace({ ackTimeoutMs: 50 });
  await openApp(workspace, () => 'never');
  const { post } = await openPage({ workspace });

  const { status, json } = await post('/demo/type', { as: ANA.id, channel: OPEN, text: '/followstats alice' });

  expect(status).toBe(200);
  expect(json).toMatchObject({ status: 0, error: 'operation_timeout' });
});

test('a button of a message is clicked as the person', async () => {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  const { post } = await openPage({ workspace });
  const { ts } = await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'x', blocks: [buttons('share')] });

  const { json } = await post('/demo/press', { as: ANA.id, ts, actionId: 'share' });

  expect(json).toMatchObject({ kind: 'block_actions', status: 200 });
  expect(JSON.parse(app.last().form.payload ?? '')).toMatchObject({
    user: { id: ANA.id },
    actions: [{ action_id: 'share' }],
  });
});

test('in a menu of a message a person searches and chooses, and the page knows what it holds', async () => {
  const workspace = await openWorkspace();
  const app = await openApp(workspace, () => ({ json: { options: options('alice') } }));
  const { post, state } = await openPage({ workspace });
  const blocks = [beside('row', { type: 'external_select', action_id: 'who', min_query_length: 0 })];
  const { ts } = await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'x', blocks });
  const menu = { as: ANA.id, ts, actionId: 'who' };

  const suggested = await post('/demo/suggest', { ...menu, text: '' });
  expect(suggested).toMatchObject({ status: 200, json: { options: options('alice'), delivery: { status: 200 } } });
  expect(await post('/demo/choose', { ...menu, value: 'alice' })).toMatchObject({ json: { kind: 'block_actions' } });
  expect(JSON.parse(app.last().form.payload ?? '').actions).toMatchObject([{ selected_option: { value: 'alice' } }]);
  const [message] = (await state(`?as=${ANA.id}`)).messages;
  expect(message.values.row.who.selected_option).toEqual(options('alice')[0]);
});

test.each([
  ['/demo/choose', { as: ANA.id, ts: '1.0', actionId: 'x', value: 'y' }, 'U0ANA sees no message 1.0'],
  ['/demo/suggest', { as: ANA.id, ts: '1.0', actionId: 'x' }, '"text" must be a text.'],
  ['/demo/suggest', { as: ANA.id, surface: 'modal', actionId: 'x', text: '' }, 'U0ANA has no modal open'],
  ['/demo/view/choose', { as: ANA.id, surface: 'home', actionId: 'x', value: 'y' }, 'U0ANA has no Home tab open'],
  ['/demo/type', { as: ANA.id, channel: OPEN }, '"text" must be a text that is not empty.'],
  ['/demo/type', { as: '', channel: OPEN, text: 'hi' }, '"as" must be a text that is not empty.'],
  ['/demo/type', { as: 'U0GUS', channel: 'C0CLOSED', text: 'hi' }, '@gus isn’t in #closed and can’t type there'],
  ['/demo/type', { as: ANA.id, channel: 'C0NOWHERE', text: 'hi' }, 'There is no C0NOWHERE here'],
  ['/demo/type', ['hi'], 'The body must be a JSON object.'],
  ['/demo/press', { as: ANA.id, ts: '1.0', actionId: 'share' }, 'U0ANA sees no message 1.0'],
  [
    '/demo/press',
    { as: ANA.id, ts: '1.0', actionId: 'share', blockId: 7 },
    '"blockId" must be a text that is not empty.',
  ],
  ['/demo/type', { as: ANA.id, channel: OPEN, text: 'x'.repeat(300_000) }, 'The body is larger than 256 KiB.'],
])('%s refuses what makes no sense in one sentence: case %#', async (path, body, error) => {
  const { post } = await openPage();
  expect(await post(path, body)).toEqual({ status: 400, json: { error } });
});

test.each([
  ['text/plain', '{"as":"U0ANA"}', 'The body must be application/json.'],
  ['application/json', '{"as":', 'The body is not JSON.'],
])('a body of %s with %s is refused', async (type, body, error) => {
  const { ask } = await openPage();
  const answer = await ask('/demo/type', { method: 'POST', headers: { 'content-type': type }, body });
  expect(answer).toMatchObject({ status: 400, body: JSON.stringify({ error }) });
});
