import { describe, expect, test } from 'vitest';
import { ANA, BO, CLOSED, call, GUS, OPEN, openApp, openWorkspace, respond, UNINVITED } from '../open-workspace.ts';

async function openPosted(...texts: readonly string[]) {
  const workspace = await openWorkspace();
  const post = (text: string, channel = OPEN) => call(workspace, 'chat.postMessage', { channel, text });
  for (const text of texts) await post(text);
  return { workspace, post };
}

test('members read their channels, the team also looks into public ones, and guests do not', async () => {
  const { workspace, post } = await openPosted();
  await post('secret', CLOSED);
  await post('public', UNINVITED);
  const reads = (personId: string) =>
    [CLOSED, UNINVITED].map((channelId) => workspace.messagesFor(personId, channelId).length);
  expect({ ana: reads(ANA.id), bo: reads(BO.id), gus: reads(GUS.id) }).toEqual({
    ana: [1, 1],
    bo: [0, 1],
    gus: [0, 0],
  });
});

describe('waiting for a message', () => {
  test('finds one that is there already', async () => {
    const { workspace } = await openPosted('one', 'two');
    const found = await workspace.waitForMessage({ personId: ANA.id, matches: ({ text }) => text === 'two' });
    expect(found.text).toBe('two');
  });

  test('since a mark, passes over what was there before and waits for what comes', async () => {
    const { workspace, post } = await openPosted('old');
    const waiting = workspace.waitForMessage({ personId: ANA.id, channelId: OPEN, since: workspace.mark() });
    await post('elsewhere', CLOSED);
    await post('new');
    expect((await waiting).text).toBe('new');
  });

  test('finds a new version of an old message', async () => {
    const workspace = await openWorkspace();
    const app = await openApp(workspace);
    const blocks = [
      { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }] },
    ];
    const { ts } = await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'old', blocks });
    await workspace.press({ personId: ANA.id, ts: String(ts), actionId: 'go' });

    const waiting = workspace.waitForMessage({ personId: BO.id, since: workspace.mark() });
    await respond(JSON.parse(app.last().form.payload ?? '').response_url, { text: 'new', replace_original: true });
    expect(await waiting).toMatchObject({ ts, text: 'new', version: 2 });
  });

  test("never finds another person's ephemeral message", async () => {
    const { workspace, post } = await openPosted();
    const waiting = workspace.waitForMessage({ personId: BO.id });
    await call(workspace, 'chat.postEphemeral', { channel: OPEN, user: ANA.id, text: 'for ana' });
    await post('for all');
    expect((await waiting).text).toBe('for all');
  });

  test('gives up in time, and says what was seen in its place', async () => {
    const { workspace } = await openPosted('hello');
    const wish = { personId: ANA.id, channelId: OPEN, matches: () => false, timeoutMs: 5 };
    await expect(workspace.waitForMessage(wish)).rejects.toThrow(/U0ANA saw no such message in C0OPEN.*hello/s);
  });

  test('passes on what a wish throws', async () => {
    const { workspace } = await openPosted('hello');
    const matches = () => {
      throw new Error('bad wish');
    };
    await expect(workspace.waitForMessage({ personId: ANA.id, matches })).rejects.toThrow('bad wish');
  });

  test('ends when the workspace closes', async () => {
    const { workspace } = await openPosted();
    const waiting = expect(workspace.waitForMessage({ personId: ANA.id })).rejects.toThrow('closed');
    await workspace.close();
    await waiting;
  });
});

test('listeners hear of each change until they are stopped', async () => {
  const { workspace, post } = await openPosted();
  let heard = 0;
  const stop = workspace.onChange(() => {
    heard += 1;
  });
  await post('one');
  await post('two');
  stop();
  await post('three');
  expect(heard).toBe(2);
});
