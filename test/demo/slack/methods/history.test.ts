import { expect, test } from 'vitest';
import { ANA, CLOSED, call, HIDDEN, manifestWith, OPEN, openWorkspace, UNINVITED } from '../open-workspace.ts';

const SCOPES = ['chat:write', 'im:write', 'channels:history', 'groups:history', 'im:history'];
const openWithHistory = () => openWorkspace({ manifest: manifestWith({ scopes: SCOPES }) });
type Workspace = Awaited<ReturnType<typeof openWithHistory>>;

const metadata = { event_type: 'digest', event_payload: { delivery: 'd1' } };
const post = async (workspace: Workspace, args: Readonly<Record<string, unknown>>) =>
  String((await call(workspace, 'chat.postMessage', { channel: OPEN, ...args })).ts);

test('history is newest first, without replies and what only one person sees, with metadata when asked for', async () => {
  const workspace = await openWithHistory();
  const first = await post(workspace, { text: 'first', metadata });
  await post(workspace, { text: 'reply', thread_ts: first });
  await call(workspace, 'chat.postEphemeral', { channel: OPEN, user: ANA.id, text: 'psst' });
  await workspace.type({ personId: ANA.id, channelId: OPEN, text: 'second' });

  const plain = await call(workspace, 'conversations.history', { channel: OPEN });
  expect(plain).toMatchObject({
    ok: true,
    has_more: false,
    messages: [{ text: 'second' }, { text: 'first', reply_count: 1 }],
  });
  expect(JSON.stringify(plain)).not.toContain('delivery');

  const full = await call(workspace, 'conversations.history', { channel: OPEN, include_all_metadata: true });
  expect(full.messages).toMatchObject([{ text: 'second' }, { metadata }]);
  expect(workspace.postsWith('digest')).toMatchObject([{ ts: first, channelId: OPEN }]);
  expect(workspace.postsWith('other')).toEqual([]);
});

test('replies come after their parent, oldest first', async () => {
  const workspace = await openWithHistory();
  const parent = await post(workspace, { text: 'parent' });
  await post(workspace, { text: 'one', thread_ts: parent, metadata });
  await post(workspace, { text: 'two', thread_ts: parent });
  const ask = { channel: OPEN, ts: parent, include_all_metadata: true };
  const { messages } = await call(workspace, 'conversations.replies', ask);
  expect(messages).toMatchObject([{ text: 'parent', thread_ts: parent }, { text: 'one', metadata }, { text: 'two' }]);
  const nowhere = { channel: OPEN, ts: '1.0' };
  expect(await call(workspace, 'conversations.replies', nowhere)).toMatchObject({ error: 'thread_not_found' });
});

test('a window is open at both ends unless it is inclusive, and pages follow each other', async () => {
  let time = 1_700_000_000_000;
  const workspace = await openWorkspace({ manifest: manifestWith({ scopes: SCOPES }), now: () => time });
  const stamps: string[] = [];
  for (const text of ['a', 'b', 'c', 'd']) {
    stamps.push(await post(workspace, { text }));
    time += 60_000;
  }
  expect(stamps[1]).toBe('1700000060.000000');
  const texts = async (args: object) => {
    const { messages } = await call(workspace, 'conversations.history', { channel: OPEN, ...args });
    return (messages as readonly { text: string }[]).map(({ text }) => text).join('');
  };
  expect(await texts({ oldest: stamps[0], latest: stamps[3] })).toBe('cb');
  expect(await texts({ oldest: stamps[0], latest: stamps[3], inclusive: true })).toBe('dcba');

  const page = await call(workspace, 'conversations.history', { channel: OPEN, limit: 3 });
  expect(page).toMatchObject({ has_more: true, messages: [{ text: 'd' }, { text: 'c' }, { text: 'b' }] });
  const { next_cursor: cursor } = page.response_metadata as { next_cursor: string };
  expect(await call(workspace, 'conversations.history', { channel: OPEN, limit: 3, cursor })).toMatchObject({
    has_more: false,
    messages: [{ text: 'a' }],
  });
  const nonsense = { channel: OPEN, cursor: 'nonsense' };
  expect(await call(workspace, 'conversations.history', nonsense)).toMatchObject({ error: 'invalid_cursor' });
});

test.each([
  [OPEN, ['groups:history'], 'missing_scope', 'channels:history'],
  [CLOSED, ['channels:history'], 'missing_scope', 'groups:history'],
  [UNINVITED, SCOPES, 'not_in_channel', undefined],
  [HIDDEN, SCOPES, 'channel_not_found', undefined],
])('%s with %j is refused with %s', async (channel, scopes, error, needed) => {
  const workspace = await openWorkspace({ manifest: manifestWith({ scopes }) });
  const answer = await call(workspace, 'conversations.history', { channel });
  expect(answer).toMatchObject({ ok: false, error });
  expect(answer.needed).toBe(needed);
});

test('a message has an address, a reply one that opens its thread', async () => {
  const workspace = await openWithHistory();
  const parent = await post(workspace, { text: 'parent' });
  const reply = await post(workspace, { text: 'reply', thread_ts: parent });
  const address = 'https://northwind-community.slack.com/archives/C0OPEN/p';
  const linkOf = async (ts: string) => call(workspace, 'chat.getPermalink', { channel: OPEN, message_ts: ts });
  expect(await linkOf(parent)).toMatchObject({ permalink: address + parent.replace('.', '') });
  expect(await linkOf(reply)).toMatchObject({
    permalink: `${address}${reply.replace('.', '')}?thread_ts=${parent}&cid=C0OPEN`,
  });
  expect(await linkOf('1.0')).toMatchObject({ error: 'message_not_found' });
});
