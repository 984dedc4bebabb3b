import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { assembleWorkspace } from '../../../../src/demo/slack/assemble-workspace.ts';
import type { Outgoing } from '../../../../src/demo/slack/delivery/delivery.ts';
import { answerFetch } from '../../../../src/demo/slack/http/local-fetch.ts';
import { ANA, OPEN, workspaceOptions } from '../workspace-options.ts';

const ADDRESS = 'http://slack.test';

/** A workspace without a server, the SDK's client of it, and what people sent to the app. */
function assemble() {
  const sent: Outgoing[] = [];
  const workspace = assembleWorkspace({
    ...workspaceOptions(),
    address: ADDRESS,
    link: {
      send: async (outgoing) => {
        sent.push(outgoing);
        return { status: 200, body: '', isJson: false, ackMs: 0, error: undefined };
      },
    },
  });
  const ask = (...[input, init]: Parameters<typeof fetch>) => answerFetch(workspace.handle, ADDRESS, input, init);
  const client = new webApi.WebClient(workspace.credentials.botToken, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    logLevel: webApi.LogLevel.ERROR,
    fetch: async (input, init) => {
      const outcome = await ask(input, init);
      if (typeof outcome === 'string') throw new TypeError('fetch failed');
      return new Response(outcome.body, outcome);
    },
  });
  return { workspace, sent, ask, client };
}

test("the SDK's client posts, gets Slack's errors, and uploads a file", async () => {
  const { workspace, client } = assemble();
  const { ts } = await client.chat.postMessage({ channel: OPEN, text: 'Hello', blocks: [{ type: 'divider' }] });
  await client.filesUploadV2({ channel_id: OPEN, filename: 'a.csv', file: Buffer.from('álice,1') });
  await expect(client.chat.postMessage({ channel: 'C0NONE', text: 'x' })).rejects.toThrow('channel_not_found');

  expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([
    { ts, text: 'Hello', blocks: [{ type: 'divider' }] },
    { files: [{ name: 'a.csv', content: 'álice,1' }] },
  ]);
  expect(workspace.apiCalls.at(0)).toMatchObject({ method: 'chat.postMessage', status: 200, args: { text: 'Hello' } });
});

test('a command is answered at its response_url', async () => {
  const { workspace, sent, ask } = assemble();
  await workspace.type({ personId: ANA.id, channelId: OPEN, text: '/followstats alice' });
  const url = String(sent[0]?.payload.response_url);
  expect(url.startsWith(`${ADDRESS}/response/`)).toBe(true);

  const init = { method: 'POST', body: JSON.stringify({ text: 'Here' }) };
  expect(await ask(url, init)).toMatchObject({ status: 200, body: 'ok' });
  expect(await ask(url, { ...init, method: 'PUT' })).toMatchObject({ status: 405 });
  expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ text: 'Here', visibleTo: ANA.id }]);
});

const authorization = 'Bearer xoxb-test';
const json = { authorization, 'content-type': 'application/json' };
const message = JSON.stringify({ channel: OPEN, text: 'x' });
const form = new URLSearchParams({ channel: OPEN, text: 'x' });

test.each<[string, Parameters<typeof fetch>[1]]>([
  ['text, and headers as an object', { headers: json, body: message }],
  ['bytes, and headers as pairs', { headers: Object.entries(json), body: new TextEncoder().encode(message) }],
  ['a form, which says its type itself', { headers: new Headers({ authorization }), body: form }],
  [
    'a blob, which says it, too',
    { headers: { authorization }, body: new Blob([message], { type: json['content-type'] }) },
  ],
])('a request may hold %s, or be a Request', async (_name, init) => {
  const { workspace, ask } = assemble();
  const url = new URL(`${workspace.apiUrl}chat.postMessage`);
  expect(await ask(url, { method: 'post', ...init })).toMatchObject({ status: 200 });
  expect(await ask(new Request(url, { method: 'POST', ...init }))).toMatchObject({ status: 200 });
  expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ text: 'x' }, { text: 'x' }]);
});

test('bytes are expected as they were announced, bare or in a form', async () => {
  const { ask, client } = assemble();
  const announce = async () => (await client.files.getUploadURLExternal({ filename: 'a.csv', length: 3 })).upload_url;
  const inForm = new FormData();
  inForm.append('body', new Blob(['a,1']), 'a.csv');
  for (const body of ['a,1', Buffer.from('a,1'), inForm]) {
    expect(await ask(String(await announce()), { method: 'PUT', body })).toMatchObject({ status: 200, body: 'OK - 3' });
  }
  expect(await ask(String(await announce()), { method: 'POST', body: 'a,12' })).toMatchObject({ status: 400 });
});

test('a fault comes out as what the app would meet', async () => {
  const { workspace, ask } = assemble();
  workspace.setFaults([
    { kind: 'hang', method: 'api.test', times: 1 },
    { kind: 'lose-answer', method: 'api.test' },
  ]);
  expect(await ask(`${workspace.apiUrl}api.test`)).toBe('never');
  expect(await ask(`${workspace.apiUrl}api.test`)).toBe('cut');
  expect(await ask(`${ADDRESS}/elsewhere`)).toMatchObject({ status: 404 });
});

test('a URL elsewhere is an error, which keeps the secret of the URL', async () => {
  const { ask } = assemble();
  await expect(ask('http://other.test/response/secret')).rejects.toThrow(
    /^The stand-in is at http:\/\/slack.test, not at http:\/\/other.test$/,
  );
});
