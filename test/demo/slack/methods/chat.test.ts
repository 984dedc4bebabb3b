import { describe, expect, test } from 'vitest';
import {
  ANA,
  ARCHIVED,
  BO,
  buttons,
  CLOSED,
  call,
  FAR,
  HIDDEN,
  manifestWith,
  OPEN,
  openWorkspace,
  section,
  UNINVITED,
} from '../open-workspace.ts';

const NO_PUBLIC = manifestWith({ scopes: ['chat:write'] });

describe('chat.postMessage', () => {
  test('everybody in the channel sees the message, and its metadata is kept', async () => {
    const workspace = await openWorkspace();
    const metadata = { event_type: 'digest', event_payload: { id: 'd1' } };
    const answer = await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'hi', metadata });

    expect(answer).toMatchObject({ ok: true, channel: OPEN, message: { text: 'hi', metadata } });
    for (const { id } of [ANA, BO]) {
      expect(workspace.messagesFor(id, OPEN)).toMatchObject([
        { ts: answer.ts, authorId: workspace.botUserId, text: 'hi', metadata, visibleTo: undefined, version: 1 },
      ]);
    }
  });

  test.each([
    ['a channel that does not exist', 'C0NOWHERE', 'channel_not_found'],
    ['a channel by its name', '#open', 'channel_not_found'],
    ['no channel', '', 'channel_not_found'],
    ['a public channel without an invitation', UNINVITED, 'not_in_channel'],
    ['a private channel without an invitation', HIDDEN, 'channel_not_found'],
    ['an archived channel', ARCHIVED, 'is_archived'],
  ])('%s is refused', async (_what, channel, error) => {
    const workspace = await openWorkspace({ manifest: NO_PUBLIC });
    expect(await call(workspace, 'chat.postMessage', { channel, text: 'hi' })).toEqual({ ok: false, error });
  });

  test('with chat:write.public a public channel needs no invitation, a private one still does', async () => {
    const workspace = await openWorkspace();
    expect(await call(workspace, 'chat.postMessage', { channel: UNINVITED, text: 'hi' })).toMatchObject({ ok: true });
    expect(await call(workspace, 'chat.postMessage', { channel: HIDDEN, text: 'hi' })).toMatchObject({
      error: 'channel_not_found',
    });
  });

  test('a person as channel is the direct message with them, which no one else reads', async () => {
    const workspace = await openWorkspace();
    const answer = await call(workspace, 'chat.postMessage', { channel: ANA.id, text: 'psst' });
    const channel = String(answer.channel);

    expect(channel).toMatch(/^D/);
    expect(workspace.channels.map(({ id }) => id)).toContain(channel);
    expect(workspace.messagesFor(ANA.id, channel)).toMatchObject([{ text: 'psst' }]);
    expect(workspace.messagesFor(BO.id, channel)).toEqual([]);
  });

  test.each([
    ['no words and no blocks', {}, 'no_text'],
    ['blank words', { text: ' \n', blocks: [] }, 'no_text'],
    ['40 001 characters', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['blocks that are no list', { blocks: 'oops' }, 'invalid_blocks_format'],
    ['a thread that is no ts', { text: 'hi', thread_ts: '17' }, 'invalid_thread_ts'],
    ['metadata without a payload', { text: 'hi', metadata: { event_type: 'digest' } }, 'invalid_metadata_schema'],
    ['metadata that is no JSON', { text: 'hi', metadata: 'digest' }, 'invalid_metadata_format'],
  ])('%s: refused', async (_what, args, error) => {
    const workspace = await openWorkspace();
    expect(await call(workspace, 'chat.postMessage', { channel: OPEN, ...args })).toEqual({ ok: false, error });
    expect(workspace.messagesFor(ANA.id, OPEN)).toEqual([]);
  });

  test('40 000 characters are taken', async () => {
    const workspace = await openWorkspace();
    expect(await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'x'.repeat(40_000) })).toMatchObject({
      ok: true,
    });
  });

  test('an invalid block refuses the whole message and says where it is', async () => {
    const workspace = await openWorkspace();
    const blocks = [section('fine'), section('')];
    const answer = await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'hi', blocks });

    expect(answer).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(answer.errors).toEqual([expect.stringMatching(/\[json-pointer:\/blocks\/1\/text/)]);
    expect(answer.response_metadata).toEqual({ messages: [expect.stringMatching(/^\[ERROR\] .*\/blocks\/1\//)] });
    expect(workspace.messagesFor(ANA.id, OPEN)).toEqual([]);
  });

  test('a workspace can refuse block types that the documents allow', async () => {
    const workspace = await openWorkspace();
    workspace.setFaults([{ kind: 'refuse-blocks', types: ['divider'] }]);
    const blocks = [section('fine'), { type: 'divider' }];
    const post = () => call(workspace, 'chat.postMessage', { channel: OPEN, text: 'hi', blocks });

    expect(await post()).toMatchObject({
      error: 'invalid_blocks',
      errors: ['unsupported type [json-pointer:/blocks/1/type]'],
    });
    workspace.setFaults([]);
    expect(await post()).toMatchObject({ ok: true });
  });

  test('blocks without a block_id get one, others keep theirs', async () => {
    const workspace = await openWorkspace();
    const blocks = [{ ...section('one'), block_id: 'mine' }, buttons('share')];
    await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'hi', blocks });

    const [message] = workspace.messagesFor(ANA.id, OPEN);
    expect(message?.blocks).toMatchObject([{ block_id: 'mine' }, { block_id: expect.stringMatching(/^\w{5}$/) }]);
  });

  test('what came escaped stays escaped', async () => {
    const workspace = await openWorkspace();
    await call(workspace, 'chat.postMessage', { channel: OPEN, text: '&lt;!channel&gt; &amp;' });
    expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ text: '&lt;!channel&gt; &amp;' }]);
  });

  test('each ts is greater than the one before, also while the clock stands still', async () => {
    const workspace = await openWorkspace({ now: () => 1_700_000_000_000 });
    for (const text of ['one', 'two', 'three']) await call(workspace, 'chat.postMessage', { channel: OPEN, text });
    const stamps = workspace.messagesFor(ANA.id, OPEN).map(({ ts }) => ts);
    expect(stamps).toEqual(['1700000000.000000', '1700000000.000001', '1700000000.000002']);
  });
});

describe('chat.postEphemeral', () => {
  test('only its reader sees it', async () => {
    const workspace = await openWorkspace();
    const answer = await call(workspace, 'chat.postEphemeral', { channel: CLOSED, user: ANA.id, text: 'for you' });

    expect(workspace.messagesFor(ANA.id, CLOSED)).toMatchObject([{ ts: answer.message_ts, visibleTo: ANA.id }]);
    const second = await call(workspace, 'chat.postEphemeral', { channel: OPEN, user: BO.id, text: 'for bo' });
    expect(second).toMatchObject({ ok: true });
    expect(workspace.messagesFor(ANA.id, OPEN)).toEqual([]);
  });

  test.each([
    ['a reader who is not in the channel', CLOSED, BO.id, 'user_not_in_channel'],
    ['an unknown reader', OPEN, 'U0NOBODY', 'user_not_in_channel'],
    ['a stranger of no shared channel', OPEN, FAR.id, 'user_not_in_channel'],
    ['a public channel the bot is not in', UNINVITED, ANA.id, 'not_in_channel'],
    ['a private channel the bot is not in', HIDDEN, ANA.id, 'channel_not_found'],
    ['a person as channel', ANA.id, ANA.id, 'channel_not_found'],
  ])('%s: refused', async (_what, channel, user, error) => {
    const workspace = await openWorkspace();
    expect(await call(workspace, 'chat.postEphemeral', { channel, user, text: 'hi' })).toEqual({ ok: false, error });
  });
});

describe('chat.update', () => {
  test('a message of the app shows other words in its place, to everybody', async () => {
    const workspace = await openWorkspace();
    const { ts } = await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'hi' });
    const answer = await call(workspace, 'chat.update', { channel: OPEN, ts, text: 'bye', blocks: [section('bye')] });
    expect(answer).toMatchObject({ ok: true, channel: OPEN, ts, text: 'bye' });
    expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ ts, text: 'bye', version: 2 }]);
  });

  test('one that isn’t there, is elsewhere, or is another’s is refused', async () => {
    const workspace = await openWorkspace();
    const { ts } = await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'hi' });
    const other = workspace.postAsBot({ username: 'other', channelId: OPEN, text: 'mine' });
    for (const [args, error] of [
      [{ channel: 'C0NOWHERE', ts }, 'channel_not_found'],
      [{ channel: UNINVITED, ts }, 'message_not_found'],
      [{ channel: OPEN, ts: '1700000000.000001' }, 'message_not_found'],
      [{ channel: OPEN, ts: other.ts }, 'cant_update_message'],
    ] as const) {
      expect(await call(workspace, 'chat.update', { ...args, text: 'bye' })).toMatchObject({ ok: false, error });
    }
    expect(await call(workspace, 'chat.update', { channel: OPEN, ts, text: '' })).toMatchObject({ error: 'no_text' });
  });
});

describe('chat.delete', () => {
  test('takes a message of the app’s away, and no other', async () => {
    const workspace = await openWorkspace();
    const { ts } = await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'hi' });
    const other = workspace.postAsBot({ username: 'other', channelId: OPEN, text: 'mine' });
    for (const [args, error] of [
      [{ channel: 'C0NOWHERE', ts }, 'channel_not_found'],
      [{ channel: UNINVITED, ts }, 'message_not_found'],
      [{ channel: OPEN, ts: other.ts }, 'cant_delete_message'],
    ] as const)
      expect(await call(workspace, 'chat.delete', args)).toMatchObject({ ok: false, error });
    expect(await call(workspace, 'chat.delete', { channel: OPEN, ts })).toMatchObject({ ok: true, channel: OPEN, ts });
    expect(workspace.messagesFor(ANA.id, OPEN).map((message) => message.ts)).toEqual([other.ts]);
    expect(await call(workspace, 'chat.delete', { channel: OPEN, ts })).toMatchObject({ error: 'message_not_found' });
  });
});
