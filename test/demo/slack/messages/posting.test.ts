import { expect, test } from 'vitest';
import { createFaults } from '../../../../src/demo/slack/http/faults.ts';
import { ANA, call, manifestWith, OPEN, openWorkspace, UNINVITED } from '../open-workspace.ts';

const manifest = manifestWith({ scopes: ['chat:write'] });
const WITH_OPTIONAL = `
display_information: { name: followstats }
oauth_config: { scopes: { bot: [chat:write, channels:history], bot_optional: [channels:history] } }
`;

test('whether the app may post follows what admins do to the channel', async () => {
  const workspace = await openWorkspace({ manifest });
  const post = async () => (await call(workspace, 'chat.postMessage', { channel: UNINVITED, text: 'x' })).error;
  expect(await post()).toBe('not_in_channel');
  workspace.changeChannel(UNINVITED, { hasBot: true });
  expect(await post()).toBeUndefined();
  workspace.changeChannel(UNINVITED, { isRestricted: true });
  expect(await post()).toBe('restricted_action');
  workspace.changeChannel(UNINVITED, { isArchived: true });
  expect(await post()).toBe('is_archived');
  await expect(workspace.type({ personId: ANA.id, channelId: UNINVITED, text: 'x' })).rejects.toThrow('is archived');
  workspace.changeChannel(UNINVITED, { isArchived: false, isRestricted: false, hasBot: false });
  expect(await post()).toBe('not_in_channel');
  workspace.changeChannel(UNINVITED, { isDeleted: true });
  expect(await post()).toBe('channel_not_found');
  expect(() => workspace.changeChannel(UNINVITED, {})).toThrow('There is no channel C0UNINVITED');
});

test('an app that lost its place is refused everything until it has it again', async () => {
  const workspace = await openWorkspace({ manifest });
  const post = async () => (await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'x' })).error;
  for (const state of ['account_inactive', 'token_revoked'] as const) {
    workspace.setInstallation(state);
    expect([await post(), (await call(workspace, 'auth.test', {})).error]).toEqual([state, state]);
  }
  workspace.setInstallation('active');
  expect(await post()).toBeUndefined();
});

test('optional scopes can be left out, others can not', async () => {
  const left = await openWorkspace({ manifest: WITH_OPTIONAL, withoutScopes: ['channels:history'] });
  expect(await call(left, 'conversations.history', { channel: OPEN })).toMatchObject({ needed: 'channels:history' });
  const granted = await openWorkspace({ manifest: WITH_OPTIONAL });
  expect(await call(granted, 'conversations.history', { channel: OPEN })).toMatchObject({ ok: true });
  await expect(openWorkspace({ manifest: WITH_OPTIONAL, withoutScopes: ['chat:write'] })).rejects.toThrow(
    'not optional',
  );
});

test('an app whose messages tab is off writes to no one', async () => {
  const workspace = await openWorkspace({
    manifest: `${WITH_OPTIONAL}\nfeatures: { app_home: { messages_tab_enabled: false } }`,
  });
  expect(await call(workspace, 'chat.postMessage', { channel: ANA.id, text: 'x' })).toMatchObject({
    error: 'messages_tab_disabled',
  });
});

test('a lost answer leaves the post where it is', async () => {
  const workspace = await openWorkspace({ manifest });
  workspace.setFaults([{ kind: 'lose-answer', method: 'chat.postMessage', times: 1 }]);
  await expect(call(workspace, 'chat.postMessage', { channel: OPEN, text: 'lost' })).rejects.toThrow();
  expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ text: 'lost' }]);
  expect(workspace.apiCalls).toMatchObject([{ method: 'chat.postMessage', status: 0, error: undefined }]);
  expect(await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'kept' })).toMatchObject({ ok: true });
});

test('a share of the requests is befallen, the same ones for the same seed', () => {
  const befallen = (seed?: number) => {
    const faults = createFaults();
    faults.set([{ kind: 'hang', method: 'chat.postMessage', share: 0.2 }], seed);
    return Array.from({ length: 1000 }, () => faults.take('chat.postMessage') !== undefined);
  };
  expect(befallen()).toEqual(befallen(1));
  expect(befallen()).not.toEqual(befallen(2));
  const share = befallen().filter(Boolean).length / 1000;
  expect(share).toBeGreaterThan(0.16);
  expect(share).toBeLessThan(0.24);
});

test('a share has its times, and befalls its own method only', () => {
  const faults = createFaults();
  faults.set([{ kind: 'refuse', method: 'chat.postMessage', error: 'fatal_error', share: 1, times: 2 }]);
  expect(faults.take('users.info')).toBeUndefined();
  expect([1, 2, 3].map(() => faults.take('chat.postMessage')?.kind)).toEqual(['refuse', 'refuse', undefined]);
});

test('a channel takes so many posts within a second, others are not concerned', () => {
  let time = 0;
  const faults = createFaults(() => time);
  expect([1, 2, 3].map(() => faults.mayPost('C1'))).toEqual([true, true, true]);
  time = 5_000;
  faults.set([{ kind: 'channel-rate', perSecond: 1 }]);
  expect([faults.mayPost('C1'), faults.mayPost('C1'), faults.mayPost('C2')]).toEqual([true, false, true]);
  time = 5_999;
  expect(faults.mayPost('C1')).toBe(false);
  time = 6_000;
  expect(faults.mayPost('C1')).toBe(true);
});

test('one post too many is a 429 that says when to come back, and posts nothing', async () => {
  const workspace = await openWorkspace({ manifest });
  workspace.setFaults([{ kind: 'channel-rate', perSecond: 0 }]);
  const response = await fetch(`${workspace.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.credentials.botToken}` },
    body: new URLSearchParams({ channel: OPEN, text: 'x' }),
  });
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
  expect(workspace.messagesFor(ANA.id, OPEN)).toEqual([]);
});
