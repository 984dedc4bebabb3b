import { expect, test } from 'vitest';
import { ANA, BO, CLOSED, call, HIDDEN, manifestWith, OPEN, openWorkspace } from '../open-workspace.ts';

const SCOPES = ['channels:read', 'groups:read', 'im:read', 'im:write'];
const idsOf = ({ channels }: Record<string, unknown>) => (channels as readonly { id: string }[]).map(({ id }) => id);

test('a channel is described, a private one only to its members', async () => {
  const workspace = await openWorkspace({ manifest: manifestWith({ scopes: SCOPES }) });
  const info = (channel: string) => call(workspace, 'conversations.info', { channel });
  expect(await info(OPEN)).toMatchObject({ channel: { name: 'open', is_member: true, is_private: false } });
  expect(await info(CLOSED)).toMatchObject({ channel: { name: 'closed', is_group: true, is_private: true } });
  expect(await info(HIDDEN)).toMatchObject({ error: 'channel_not_found' });

  const opened = await call(workspace, 'conversations.open', { users: ANA.id });
  const { id } = opened.channel as { id: string };
  expect(await info(id)).toMatchObject({ channel: { is_im: true, user: ANA.id } });
});

test('where a person is, as far as the app may know', async () => {
  const workspace = await openWorkspace({ manifest: manifestWith({ scopes: SCOPES }) });
  const list = (args: object) => call(workspace, 'users.conversations', { ...args });
  expect(idsOf(await list({}))).toEqual([OPEN, 'C0ARCHIVED']);
  expect(idsOf(await list({ exclude_archived: true, types: 'public_channel,private_channel' }))).toEqual([
    OPEN,
    CLOSED,
  ]);
  expect(idsOf(await list({ user: ANA.id, types: 'private_channel' }))).toEqual([CLOSED]);
  expect(await list({ types: 'rooms' })).toMatchObject({ error: 'invalid_types' });
});

test('each kind of channel has its scope', async () => {
  const workspace = await openWorkspace({ manifest: manifestWith({ scopes: ['channels:read'] }) });
  expect(await call(workspace, 'conversations.info', { channel: CLOSED })).toMatchObject({ needed: 'groups:read' });
  const wide = { types: 'public_channel,private_channel' };
  expect(await call(workspace, 'users.conversations', wide)).toMatchObject({ needed: 'groups:read' });
});

test('user groups are listed; a disabled one only when asked for', async () => {
  const workspace = await openWorkspace();
  const list = (args = {}) => call(workspace, 'usergroups.list', args);
  expect(await list({ include_users: true })).toMatchObject({
    usergroups: [{ id: 'S0OPS', handle: 'ops', users: [ANA.id, BO.id], date_delete: 0 }],
  });

  workspace.changeUserGroup('S0OPS', { memberIds: [ANA.id] });
  const members = { usergroup: 'S0OPS' };
  expect(await call(workspace, 'usergroups.users.list', members)).toMatchObject({ users: [ANA.id] });

  workspace.changeUserGroup('S0OPS', { isDisabled: true });
  expect(await list()).toMatchObject({ usergroups: [] });
  expect(await list({ include_disabled: true })).toMatchObject({ usergroups: [{ date_delete: 1 }] });
  expect(await call(workspace, 'usergroups.users.list', members)).toMatchObject({ error: 'no_such_subteam' });
});

test('user groups have their scope', async () => {
  const workspace = await openWorkspace({ manifest: manifestWith({ scopes: ['commands'] }) });
  expect(await call(workspace, 'usergroups.list', {})).toMatchObject({
    error: 'missing_scope',
    needed: 'usergroups:read',
  });
});

test('the members of a channel come in pages, those of a private one only where the app is, and by their scopes', async () => {
  const workspace = await openWorkspace({ manifest: manifestWith({ scopes: SCOPES }) });
  const members = (args: object) => call(workspace, 'conversations.members', { channel: OPEN, ...args });
  const all = (await members({})).members as readonly string[];
  expect(all).toContain(ANA.id);
  const first = await members({ limit: 1 });
  expect(first.members).toEqual(all.slice(0, 1));
  const { next_cursor: cursor } = first.response_metadata as { next_cursor: string };
  expect((await members({ limit: 1, cursor })).members).toEqual(all.slice(1, 2));
  expect(await members({ channel: HIDDEN })).toMatchObject({ error: 'channel_not_found' });
  const without = await openWorkspace({ manifest: manifestWith({ scopes: ['chat:write'] }) });
  expect(await call(without, 'conversations.members', { channel: OPEN })).toMatchObject({
    error: 'missing_scope',
    needed: 'channels:read',
  });
});
