import { expect, test } from 'vitest';
import { assembleWorkspace } from '../../../src/demo/slack/assemble-workspace.ts';
import type { HttpAnswer } from '../../../src/demo/slack/http/http-answer.ts';
import type { JsonObject } from '../../../src/demo/slack/json-values.ts';
import { ANA, manifestWith, OPEN, workspaceOptions } from './workspace-options.ts';

type Options = Parameters<typeof assembleWorkspace>[0];

const MODAL = { type: 'modal', title: { type: 'plain_text', text: 'Form' }, blocks: [{ type: 'divider' }] };
const SCOPES = ['commands', 'chat:write', 'files:write', 'channels:history'];

/** A workspace whose clock stands at `time.ms`, and the calls to it by JSON. */
function assemble(overrides: Partial<Options> = {}) {
  const time = { ms: 1_800_000_000_000 };
  const payloads: JsonObject[] = [];
  const workspace = assembleWorkspace({
    ...workspaceOptions(),
    manifest: manifestWith({ scopes: SCOPES }),
    now: () => time.ms,
    address: 'http://slack.test',
    link: {
      send: async ({ payload }) => {
        payloads.push(payload);
        return { status: 200, body: '', isJson: false, ackMs: 0, error: undefined };
      },
    },
    ...overrides,
  });
  const call = (method: string, args: JsonObject, token = 'xoxb-test'): JsonObject => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const body = Buffer.from(JSON.stringify(args));
    const answer = workspace.handle.api({ method, query: new URLSearchParams(), headers, body }) as HttpAnswer;
    return JSON.parse(answer.body);
  };
  /** What a slash command brings the app. */
  const command = async () => {
    await workspace.type({ personId: ANA.id, channelId: OPEN, text: '/followstats alice' });
    const { trigger_id, response_url } = payloads.at(-1) ?? {};
    return { trigger_id, key: String(response_url).split('/').at(-1) ?? '' };
  };
  return { workspace, time, call, command };
}

test('what is older than a moment can be dropped', async () => {
  const { workspace, time, call, command } = assemble();
  const metadata = { event_type: 'digest', event_payload: {} };
  const post = (text: string) => call('chat.postMessage', { channel: OPEN, text, metadata });
  const announce = () => call('files.getUploadURLExternal', { filename: 'a', length: 1 });
  const upload = (announced: JsonObject) =>
    workspace.handle.upload(String(announced.upload_url).split('/').at(-1) ?? '', Buffer.from('a'));

  const ask = async () => ({ posted: post('x'), opened: await command(), unused: await command(), file: announce() });
  const old = await ask();
  call('views.open', { trigger_id: old.opened.trigger_id, view: MODAL });
  time.ms += 1_000;
  const recent = await ask();

  const mark = workspace.mark();
  workspace.forget(time.ms);
  expect(workspace.mark()).toBe(mark + 1);

  expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ ts: recent.posted.ts }]);
  expect(workspace.postsWith('digest')).toHaveLength(1);
  await expect(workspace.waitForMessage({ personId: ANA.id })).resolves.toMatchObject({ ts: recent.posted.ts });
  const link = (ts: unknown) => call('chat.getPermalink', { channel: OPEN, message_ts: ts });
  expect([link(old.posted.ts).error, link(recent.posted.ts).ok]).toEqual(['message_not_found', true]);
  expect(call('conversations.history', { channel: OPEN }).messages).toHaveLength(1);

  expect(workspace.modalOf(ANA.id)).toBeUndefined();
  const open = (trigger_id: unknown) => call('views.open', { trigger_id, view: MODAL });
  expect([open(old.unused.trigger_id).error, open(recent.unused.trigger_id).ok]).toEqual(['invalid_trigger_id', true]);

  const respond = ({ key }: { readonly key: string }) => workspace.handle.response(key, '{"text":"x"}');
  expect(respond(old.unused)).toMatchObject({ status: 404, body: expect.stringContaining('invalid_url') });
  expect(respond(recent.unused)).toMatchObject({ status: 200 });
  expect([upload(old.file), upload(recent.file)]).toEqual([false, true]);
  expect(workspace.apiCalls.every(({ at }) => at >= time.ms)).toBe(true);
});

test('what is of the moment itself stays, and so does a Home tab of any age', () => {
  const hasHome = 'features:\n  app_home: { home_tab_enabled: true }';
  const { workspace, time, call } = assemble({ manifest: manifestWith().replace('features:', hasHome) });
  workspace.postAsBot({ username: 'other', channelId: OPEN, text: 'x' });
  call('views.publish', { user_id: ANA.id, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  workspace.forget(time.ms);
  expect(workspace.messagesFor(ANA.id, OPEN)).toHaveLength(1);
  workspace.forget(time.ms + 1);
  expect(workspace.messagesFor(ANA.id, OPEN)).toEqual([]);
  expect(workspace.homeOf(ANA.id)).toMatchObject({ blocks: [{ type: 'divider' }] });
});

test('of the calls only the newest are held when so many are enough', () => {
  const callsOf = (keptCalls: number) => {
    const { workspace, call } = assemble({ keptCalls });
    for (const method of ['api.one', 'api.two', 'api.three']) call(method, {});
    return workspace.apiCalls.map(({ method }) => method);
  };
  expect(callsOf(2)).toEqual(['api.two', 'api.three']);
  expect(callsOf(0)).toEqual([]);
});

test('the limit by the second and the patience of a wait go by the clocks that are given', async () => {
  let elapsed = 0;
  const rings: { readonly ms: number; readonly ring: () => void }[] = [];
  const { workspace, call } = assemble({
    elapsedMs: () => elapsed,
    setAlarm: (ms, ring) => {
      rings.push({ ms, ring });
      return () => {};
    },
  });
  workspace.setFaults([{ kind: 'channel-rate', perSecond: 1 }]);
  const post = () => call('chat.postMessage', { channel: OPEN, text: 'x' }).ok;
  expect([post(), post()]).toEqual([true, false]);
  elapsed = 1_000;
  expect(post()).toBe(true);

  const waits = workspace.waitForMessage({ personId: ANA.id, matches: () => false });
  expect(rings).toMatchObject([{ ms: 10_000 }]);
  rings[0]?.ring();
  await expect(waits).rejects.toThrow('saw no such message');
});

test('Socket Mode is only there when there is a socket', () => {
  const open = (overrides: Partial<Options>) => assemble(overrides).call('apps.connections.open', {}, 'xapp-test');
  expect(open({})).toMatchObject({ error: 'unknown_method' });
  expect(open({ openSocket: () => 'ws://slack.test/1' })).toEqual({ ok: true, url: 'ws://slack.test/1' });
});

test('a restarted client has forgotten what only one person saw, and nothing else', async () => {
  const { workspace, time, call } = assemble();
  const post = (text: string) => call('chat.postMessage', { channel: OPEN, text });
  const whisper = (text: string) => call('chat.postEphemeral', { channel: OPEN, user: ANA.id, text });
  post('first');
  whisper('for Ana');
  const mark = workspace.mark();
  workspace.forgetEphemeral();
  expect(workspace.mark()).toBe(mark + 1);
  time.ms += 1;
  post('second');
  whisper('for Ana again');
  expect(workspace.messagesFor(ANA.id, OPEN).map(({ text }) => text)).toEqual(['first', 'second', 'for Ana again']);
  await expect(
    workspace.waitForMessage({ personId: ANA.id, matches: ({ text }) => text.startsWith('for Ana') }),
  ).resolves.toMatchObject({ text: 'for Ana again' });
  workspace.forgetEphemeral();
  const after = workspace.mark();
  workspace.forgetEphemeral();
  expect(workspace.mark()).toBe(after);
});
