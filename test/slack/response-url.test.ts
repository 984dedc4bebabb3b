import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { BlocksRefused, type Message } from '../../src/slack/deliver.ts';
import { createResponseUrl, ResponseUrlFailed } from '../../src/slack/response-url.ts';
import { openServer, type ServedAnswer } from './open-server.ts';

const message: Message = { text: 'hello', blocks: [], mrkdwn: false, unfurl_links: false, unfurl_media: false };
const SECRET = '/commands/T1/the-secret-part';
const again: ServedAnswer = { status: 429, headers: { 'retry-after': '0' }, body: '' };
const trouble: ServedAnswer = { status: 503, headers: { 'retry-after': '0' }, body: '<html>' };

/** A `response_url` that gives these answers. */
async function open(...answers: readonly (ServedAnswer | 'reset')[]) {
  const { url, requests } = await openServer(...answers);
  return { requests, send: createResponseUrl(url + SECRET, fetch) };
}

test('a message goes out as JSON, for the asker only, and takes no other’s place', async () => {
  const { requests, send } = await open({});
  await send(message);
  expect(requests[0]).toMatchObject({ path: SECRET, headers: { 'content-type': 'application/json; charset=utf-8' } });
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
    ...message,
    response_type: 'ephemeral',
    replace_original: false,
  });
});

test('what is asked for goes before what is usual', async () => {
  const { requests, send } = await open({});
  await send(message, { response_type: 'in_channel' });
  await send(message, { replace_original: true });
  expect(requests.map(({ body }) => JSON.parse(body))).toMatchObject([
    { response_type: 'in_channel', replace_original: false },
    { response_type: 'ephemeral', replace_original: true },
  ]);
});

describe('a refusal of the blocks', () => {
  test.each<[string, ServedAnswer]>([
    ['as a bare code', { status: 400, body: 'invalid_blocks' }],
    ['as JSON with HTTP 200', { body: '{"ok":false,"error":"invalid_blocks"}' }],
    ['as JSON with details', { status: 400, body: '{"ok":false,"error":"invalid_blocks_format","errors":["x\\ny"]}' }],
    ['for a second table', { status: 400, body: '{"error": "only_one_table_allowed", "ok": false}' }],
  ])('%s is told as such', async (_, answer) => {
    const { requests, send } = await open(answer);
    await expect(send(message)).rejects.toThrow(BlocksRefused);
    expect(requests).toHaveLength(1);
  });
});

test.each<[string, ServedAnswer]>([
  ['ok', { body: 'ok' }],
  ['{"ok":true}', { body: '{"ok":true}' }],
  ['nothing', { body: '' }],
])('%s means it was taken', async (_, answer) => {
  const { send } = await open(answer);
  await expect(send(message)).resolves.toBeUndefined();
});

describe('five uses', () => {
  test('are all it takes: the sixth is not even tried', async () => {
    const { requests, send } = await open({});
    for (let use = 1; use <= 5; use += 1) await send(message);
    await expect(send(message)).rejects.toThrow('response_url: used up');
    expect(requests).toHaveLength(5);
  });

  test('count attempts, since nobody says whether Slack counts what it refused', async () => {
    const { requests, send } = await open({ status: 400, body: 'invalid_blocks' });
    for (let use = 1; use <= 5; use += 1) await expect(send(message)).rejects.toThrow(BlocksRefused);
    await expect(send(message)).rejects.toThrow('used up');
    expect(requests).toHaveLength(5);
  });

  test('leave none for trying the fifth again', async () => {
    const { requests, send } = await open({}, {}, {}, {}, again);
    for (let use = 1; use <= 4; use += 1) await send(message);
    await expect(send(message)).rejects.toThrow('response_url: HTTP 429');
    expect(requests).toHaveLength(5);
  });
});

describe('trying again', () => {
  test.each([
    ['429', again],
    ['503', trouble],
  ])('a %s that passes costs one more request', async (_, answer) => {
    const { requests, send } = await open(answer, {});
    await send(message);
    expect(requests).toHaveLength(2);
    expect(requests[1]?.body).toBe(requests[0]?.body);
  });

  test.each([
    ['429', again],
    ['503', trouble],
  ])('a %s that stays is told after the second', async (status, answer) => {
    const { requests, send } = await open(answer);
    await expect(send(message)).rejects.toThrow(`response_url: HTTP ${status}`);
    expect(requests).toHaveLength(2);
  });

  test('a wait longer than people would is not waited for', async () => {
    const { requests, send } = await open({ ...again, headers: { 'retry-after': '60' } });
    await expect(send(message)).rejects.toThrow(ResponseUrlFailed);
    expect(requests).toHaveLength(1);
  });

  test('without an answer it is not done, since the message may have been taken', async () => {
    const { requests, send } = await open('reset');
    await expect(send(message)).rejects.toThrow('response_url: no answer');
    expect(requests).toHaveLength(1);
  });

  test('of a public message it is done after a 429, which took nothing, and not after a 5xx, which may have', async () => {
    const throttled = await open(again, {});
    await throttled.send(message, { response_type: 'in_channel' });
    expect(throttled.requests).toHaveLength(2);
    const broken = await open(trouble, {});
    await expect(broken.send(message, { response_type: 'in_channel' })).rejects.toThrow('response_url: HTTP 503');
    expect(broken.requests).toHaveLength(1);
  });
});

describe('no error holds the URL', () => {
  test.each<[string, ServedAnswer | 'reset', string]>([
    ['used_url', { status: 404, body: '{"ok":false,"error":"used_url"}' }, 'used_url'],
    ['expired_url', { status: 404, body: '{"ok":false,"error":"expired_url"}' }, 'expired_url'],
    ['a page that repeats it', { status: 404, body: `<p>${SECRET}</p>` }, 'HTTP 404'],
    ['no answer', 'reset', 'no answer'],
  ])('after %s', async (_, answer, reason) => {
    const { send } = await open(answer);
    const error: unknown = await send(message).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ResponseUrlFailed', message: `response_url: ${reason}` });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('the-secret-part');
  });

  test.each(['', 'not a url/the-secret-part', 'http://127.0.0.1:1/the-secret-part'])(
    'when it leads nowhere: %j',
    async (url) => {
      const error: unknown = await createResponseUrl(url, fetch)(message).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ResponseUrlFailed);
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('the-secret-part');
    },
  );
});
