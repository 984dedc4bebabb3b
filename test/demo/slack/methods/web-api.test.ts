import { expect, test } from 'vitest';
import { call, manifestWith, OPEN, openWorkspace, section } from '../open-workspace.ts';

test.each([
  ['no token', '', 'not_authed'],
  ['a token that was not issued', 'xoxb-other', 'invalid_auth'],
  ['an app-level token', 'xapp-test', 'not_allowed_token_type'],
])('%s is refused', async (_what, token, error) => {
  const workspace = await openWorkspace();
  expect(await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'hi' }, token)).toEqual({ ok: false, error });
});

test('the token may stand in the form, and is kept out of the log', async () => {
  const workspace = await openWorkspace();
  const body = new URLSearchParams({ token: 'xoxb-test', channel: OPEN, text: 'hi' });
  const response = await fetch(`${workspace.apiUrl}chat.postMessage`, { method: 'POST', body });

  expect(await response.json()).toMatchObject({ ok: true });
  expect(JSON.stringify(workspace.apiCalls)).not.toContain('xoxb-test');
});

test('a token inside a JSON body does not count', async () => {
  const workspace = await openWorkspace();
  const response = await fetch(`${workspace.apiUrl}auth.test`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: 'xoxb-test' }),
  });
  expect(await response.json()).toEqual({ ok: false, error: 'not_authed' });
});

test.each([
  ['form', new URLSearchParams({ channel: OPEN, blocks: JSON.stringify([section('one')]) }), undefined],
  ['JSON', JSON.stringify({ channel: OPEN, blocks: [section('one')] }), 'application/json; charset=utf-8'],
])('arguments are read from %s', async (_form, body, type) => {
  const workspace = await openWorkspace();
  const headers = { authorization: 'Bearer xoxb-test', ...(type && { 'content-type': type }) };
  const response = await fetch(`${workspace.apiUrl}chat.postMessage`, { method: 'POST', headers, body });

  expect(await response.json()).toMatchObject({ ok: true, message: { blocks: [section('one')] } });
  expect(workspace.apiCalls).toMatchObject([
    { method: 'chat.postMessage', args: { channel: OPEN, blocks: [section('one')] }, status: 200, error: undefined },
  ]);
});

test.each([
  ['{"channel"', 'application/json', 'invalid_json'],
  ['[]', 'application/json', 'json_not_object'],
  ['<xml/>', 'application/xml', 'invalid_post_type'],
])('the body %s is refused', async (body, type, error) => {
  const workspace = await openWorkspace();
  const headers = { authorization: 'Bearer xoxb-test', 'content-type': type };
  const response = await fetch(`${workspace.apiUrl}chat.postMessage`, { method: 'POST', headers, body });
  expect(await response.json()).toEqual({ ok: false, error });
});

test.each(['chat.postmessage', 'constructor', 'rtm.start'])('%s is an unknown method', async (method) => {
  const workspace = await openWorkspace();
  expect(await call(workspace, method, {})).toMatchObject({ ok: false, error: 'unknown_method' });
});

test('a scope that the manifest does not ask for is missing, and the answer says which', async () => {
  const workspace = await openWorkspace({ manifest: manifestWith({ scopes: ['commands', 'chat:write'] }) });
  expect(await call(workspace, 'users.info', { user: 'U0ANA' })).toEqual({
    ok: false,
    error: 'missing_scope',
    needed: 'users:read',
    provided: 'commands,chat:write',
  });
});

test('answers name the granted and the accepted scopes in headers', async () => {
  const workspace = await openWorkspace({ manifest: manifestWith({ scopes: ['commands', 'chat:write'] }) });
  const response = await fetch(`${workspace.apiUrl}chat.postMessage`, { method: 'POST' });
  expect(response.headers.get('x-oauth-scopes')).toBe('commands,chat:write');
  expect(response.headers.get('x-accepted-oauth-scopes')).toBe('chat:write');
});

test('auth.test tells the bot token who it is, and the app token which app', async () => {
  const workspace = await openWorkspace({ team: { name: 'Ours', domain: 'ours' } });
  expect(await call(workspace, 'auth.test', {})).toMatchObject({
    ok: true,
    url: 'https://ours.slack.com/',
    team: 'Ours',
    team_id: 'T0TEAM',
    user_id: workspace.botUserId,
    bot_id: expect.stringMatching(/^B/),
  });
  const asApp = await call(workspace, 'auth.test', {}, 'xapp-test');
  expect(asApp).toMatchObject({ ok: true, app_name: 'followstats' });
  expect(asApp).not.toHaveProperty('team_id');
});

test('a fault made on purpose comes as often as it was set, and to its own method only', async () => {
  const workspace = await openWorkspace();
  workspace.setFaults([
    { kind: 'refuse', method: 'auth.test', error: 'account_inactive', times: 2 },
    { kind: 'status', method: 'auth.test', status: 503, times: 1 },
  ]);
  const answers = [await call(workspace, 'auth.test', {}), await call(workspace, 'auth.test', {})];
  expect(answers).toEqual(Array(2).fill({ ok: false, error: 'account_inactive' }));
  expect(await call(workspace, 'users.info', { user: 'U0ANA' })).toMatchObject({ ok: true });

  const broken = await fetch(`${workspace.apiUrl}auth.test`, { method: 'POST' });
  expect([broken.status, await broken.text()]).toEqual([503, '']);
  expect(await call(workspace, 'auth.test', {})).toMatchObject({ ok: true });
});

test('a rate limit says when to come back', async () => {
  const workspace = await openWorkspace();
  workspace.setFaults([{ kind: 'rate-limit', method: 'auth.test', retryAfterSeconds: 7, times: 1 }]);
  const response = await fetch(`${workspace.apiUrl}auth.test`, { method: 'POST' });
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
  expect(workspace.apiCalls).toMatchObject([{ status: 429, error: 'ratelimited' }]);
});

test('a method that hangs never answers, and the workspace still closes', async () => {
  const workspace = await openWorkspace();
  workspace.setFaults([{ kind: 'hang', method: 'auth.test', times: 1 }]);
  const hanging = expect(call(workspace, 'auth.test', {})).rejects.toThrow();
  while (!workspace.apiCalls.some(({ method }) => method === 'auth.test')) {
    await call(workspace, 'users.info', { user: 'U0ANA' });
  }
  await workspace.close();
  await hanging;
});
