import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ContentRejected } from '../../../src/slack/sending/content-rejected.ts';
import type { Message } from '../../../src/slack/sending/deliver.ts';
import type { ResponseUrl } from '../../../src/slack/sending/reply-to.ts';
import { createResponseUrlClient, ResponseUrlFailed } from '../../../src/slack/sending/response-url.ts';
import { systemTimers } from '../../../src/timers.ts';
import { openServer, type ServedAnswer } from '../connection/open-server.ts';
import { openPostJson } from './open-post-json.ts';

const message: Message = { text: 'hello', blocks: [], mrkdwn: false, unfurl_links: false, unfurl_media: false };
/** What the app's clock says, for a `Retry-After` that is a date. */
const NOW = Date.parse('2026-11-23T09:00:00Z');
const SECRET = '/commands/T1/the-secret-part';
const again: ServedAnswer = { status: 429, headers: { 'retry-after': '0' }, body: '' };
const unavailable: ServedAnswer = { status: 503, headers: { 'retry-after': '0' }, body: '<html>' };

/** A `response_url` that gives these answers. */
async function open(...answers: readonly (ServedAnswer | 'reset')[]) {
  const { url, requests } = await openServer(...answers);
  const waits: number[] = [];
  const { send, left } = createResponseUrlClient((url + SECRET) as ResponseUrl, {
    postJson: openPostJson(),
    now: () => NOW,
    timers: { ...systemTimers, sleep: async (ms) => void waits.push(ms) },
  });
  return { requests, waits, send, left };
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

describe('a rejection of the content', () => {
  test.each<[string, ServedAnswer]>([
    ['as a bare code', { status: 400, body: 'invalid_blocks' }],
    ['as JSON with HTTP 200', { body: '{"ok":false,"error":"invalid_blocks"}' }],
    ['as JSON with details', { status: 400, body: '{"ok":false,"error":"invalid_blocks_format","errors":["x\\ny"]}' }],
    ['for a second table', { status: 400, body: '{"error": "only_one_table_allowed", "ok": false}' }],
    ['for a table’s cells', { status: 500, body: 'internal_error' }],
    ['for the whole body', { status: 400, body: 'invalid_payload' }],
    ['for its length', { status: 400, body: '{"ok":false,"error":"msg_too_long"}' }],
    ['with an unknown code', { status: 422, body: 'block_weather_too_bad' }],
    ['for its size, by a server in between', { status: 413, body: '<html>Request Entity Too Large</html>' }],
    ['without a word', { status: 400, body: '' }],
  ])('%s is reported as such', async (_, answer) => {
    const { requests, send } = await open(answer);
    await expect(send(message)).rejects.toThrow(ContentRejected);
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

test.each<[string, ServedAnswer]>([
  ['used_url', { status: 404, body: '{"ok":false,"error":"used_url"}' }],
  ['channel_not_found', { status: 404, body: 'channel_not_found' }],
  ['is_archived', { status: 200, body: '{"ok":false,"error":"is_archived"}' }],
  ['restricted_action_read_only_channel', { body: '{"ok":false,"error":"restricted_action_read_only_channel"}' }],
  ['HTTP 403', { status: 403, body: '' }],
  ['HTTP 410', { status: 410, body: 'gone forever' }],
  ['HTTP 307', { status: 307, headers: { location: 'http://127.0.0.1:1/' }, body: '' }],
])('%s is about the address, so that another way is taken', async (reason, answer) => {
  const { send, left } = await open(answer);
  await expect(send(message)).rejects.toThrow(`response_url: ${reason}`);
  expect(left()).toBe(4);
});

test('an error by which a public message may be there is no rejection, or everyone might see it twice', async () => {
  const { send, requests } = await open({ status: 500, body: 'internal_error' });
  await expect(send(message, { response_type: 'in_channel' })).rejects.toThrow('response_url: internal_error');
  expect(requests).toHaveLength(1);
});

describe('five uses', () => {
  test('are all it takes: the sixth is not even tried', async () => {
    const { requests, send } = await open({});
    for (let use = 1; use <= 5; use += 1) await send(message);
    await expect(send(message)).rejects.toThrow('response_url: used up');
    expect(requests).toHaveLength(5);
  });

  test('count attempts, since Slack doesn’t say whether it counts what it rejected', async () => {
    const { requests, send } = await open({ status: 400, body: 'invalid_blocks' });
    for (let use = 1; use <= 5; use += 1) await expect(send(message)).rejects.toThrow(ContentRejected);
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
    ['503', unavailable],
  ])('a %s that passes costs one more request', async (_, answer) => {
    const { requests, send } = await open(answer, {});
    await send(message);
    expect(requests).toHaveLength(2);
    expect(requests[1]?.body).toBe(requests[0]?.body);
  });

  test.each([
    ['429', again],
    ['503', unavailable],
  ])('a %s that stays is reported after the second', async (status, answer) => {
    const { requests, send } = await open(answer);
    await expect(send(message)).rejects.toThrow(`response_url: HTTP ${status}`);
    expect(requests).toHaveLength(2);
  });

  test('a wait longer than people would is not waited for', async () => {
    const { requests, send } = await open({ ...again, headers: { 'retry-after': '60' } });
    await expect(send(message)).rejects.toThrow(ResponseUrlFailed);
    expect(requests).toHaveLength(1);
  });

  test.each([['in a minute'], ['-5'], ['1e9'], ['Mon, 99 Nov 2026 09:00:00 GMT'], ['']])(
    'a 429 with %j for how long is tried again all the same',
    async (header) => {
      const { requests, waits, send } = await open({ status: 429, headers: { 'retry-after': header } }, {});
      await send(message);
      expect(requests).toHaveLength(2);
      expect(waits).toEqual([1000]);
    },
  );

  test('a wait given as a date is read by the app’s clock', async () => {
    const at = (time: string) => open({ ...again, headers: { 'retry-after': `Mon, 23 Nov 2026 ${time} GMT` } }, {});
    const past = await at('08:59:00');
    await past.send(message);
    expect(past.requests).toHaveLength(2);
    const far = await at('09:01:00');
    await expect(far.send(message)).rejects.toThrow('response_url: HTTP 429');
    expect(far.requests).toHaveLength(1);
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
    const broken = await open(unavailable, {});
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
      const error: unknown = await createResponseUrlClient(url as ResponseUrl, {
        postJson: openPostJson(),
        now: () => NOW,
        timers: systemTimers,
      })
        .send(message)
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ResponseUrlFailed);
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('the-secret-part');
    },
  );
});
