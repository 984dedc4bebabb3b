import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { FoundPost, PostOutcome } from '../../../src/digests/ports.ts';
import { sentences } from '../../../src/slack/blocks/kit/reply.ts';
import { postOnce } from '../../../src/slack/sending/post-once.ts';
import { createBoltLogger } from '../../../src/slack/web-api/bolt-logger.ts';
import { createPostingClient } from '../../../src/slack/web-api/web-api.ts';
import { freePort } from '../../free-port.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';

type Answer = readonly [status: number, body: string, headers?: Record<string, string>] | 'cut';

/** A client of a Slack that answers so, each time; and how often it was asked. */
async function openSlack(...answers: readonly Answer[]) {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(calls.length, answers.length - 1)] as Answer;
    calls.push(request.url ?? '');
    if (answer === 'cut') request.socket.destroy();
    else response.writeHead(answer[0], { 'content-type': 'application/json', ...answer[2] }).end(answer[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { calls, web: clientOf((server.address() as AddressInfo).port) };
}

const clientOf = (port: number) =>
  createPostingClient({
    botToken: 'xoxb-1',
    apiUrl: `http://127.0.0.1:${port}/api/`,
    logger: createBoltLogger(openLog().log),
    fetch,
    now: Date.now,
  });

const refusal = (error: string): Answer => [200, JSON.stringify({ ok: false, error })];
const posted: Answer = [200, JSON.stringify({ ok: true, channel: 'C1', ts: '1.000001' })];
const reply = sentences(readerOf(), ['Hello']);
const { log } = openLog();
const reader = async () => readerOf();

test.each<[string, Answer, object]>([
  ['an answer is a post', posted, { kind: 'posted', channelId: 'C1', ts: '1.000001' }],
  ['a refusal says that nothing was posted', refusal('is_archived'), { kind: 'rejected', code: 'is_archived' }],
  ['a 429 says how long to wait', [429, '{}', { 'retry-after': '30' }], { kind: 'rate-limited', retryAfterMs: 30_000 }],
  ['a connection that is cut leaves it open', 'cut', { kind: 'no-answer' }],
  ['so does a gateway', [502, 'bad gateway'], { kind: 'no-answer' }],
  ['and Slack’s own half-done errors', refusal('fatal_error'), { kind: 'no-answer' }],
  ['and an answer that is no JSON', [200, '<html>'], { kind: 'no-answer' }],
  ['a 429 that doesn’t say for how long is waited for', [429, '{}'], { kind: 'rate-limited', retryAfterMs: 30_000 }],
  [
    'so is one that says something odd',
    [429, '{}', { 'retry-after': '-1' }],
    { kind: 'rate-limited', retryAfterMs: 30_000 },
  ],
  [
    'and one that says too much',
    [429, '{}', { 'retry-after': '999999' }],
    { kind: 'rate-limited', retryAfterMs: 3_600_000 },
  ],
])('%s, and is never asked twice', async (_, answer, outcome) => {
  const { web, calls } = await openSlack(answer);
  expect(await postOnce(web, reply, { channel: 'C1', log, reader })).toEqual(outcome);
  expect(calls).toEqual(['/api/chat.postMessage']);
});

test('where no server listens nothing was sent', async () => {
  expect(await postOnce(clientOf(await freePort()), reply, { channel: 'C1', log, reader })).toEqual({
    kind: 'unreachable',
  });
});

test('a rendering that Slack refuses is followed by the next, as long as it may go on', async () => {
  const { web, calls } = await openSlack(refusal('invalid_blocks'), posted);
  expect(await postOnce(web, reply, { channel: 'C1', log, reader, mayGoOn: async () => true })).toMatchObject({
    kind: 'posted',
  });
  expect(calls).toHaveLength(2);
});

test('and by none when the run has gone to another meanwhile', async () => {
  const { web, calls } = await openSlack(refusal('invalid_blocks'), posted);
  const outcome = await postOnce(web, reply, { channel: 'C1', log, reader, mayGoOn: async () => false });
  expect(outcome).toEqual({ kind: 'rejected', code: 'invalid_blocks' });
  expect(calls).toHaveLength(1);
});

test('a message that Slack refuses to the last word is refused', async () => {
  const { web, calls } = await openSlack(refusal('invalid_blocks'));
  const outcome = await postOnce(web, reply, { channel: 'C1', log, reader });
  expect(outcome).toEqual({ kind: 'rejected', code: 'invalid_blocks' });
  expect(calls).toHaveLength(3);
});

describe('an error by which the post may be there', () => {
  const broken = refusal('internal_error');
  const found = { kind: 'found', post: { channelId: 'C1', ts: '1.000001', at: 1000 } } as const;

  test('is followed by the next rendering only once the post surely isn’t there', async () => {
    const { web, calls } = await openSlack(broken, posted);
    const outcome = await postOnce(web, reply, {
      channel: 'C1',
      log,
      reader,
      lookForPost: async () => ({ kind: 'not-there' }),
    });
    expect(outcome).toMatchObject({ kind: 'posted' });
    expect(calls).toHaveLength(2);
  });

  test.each<[FoundPost, PostOutcome]>([
    [found, { kind: 'posted', channelId: 'C1', ts: '1.000001' }],
    [{ kind: 'no-way' }, { kind: 'no-answer' }],
    [{ kind: 'no-answer' }, { kind: 'no-answer' }],
  ])('when looking for it gives %j nothing more is sent', async (there, outcome) => {
    const { web, calls } = await openSlack(broken, posted);
    expect(await postOnce(web, reply, { channel: 'C1', log, reader, lookForPost: async () => there })).toEqual(outcome);
    expect(calls).toHaveLength(1);
  });

  test('that stays to the last word leaves the post open', async () => {
    const { web } = await openSlack(broken);
    const outcome = await postOnce(web, reply, {
      channel: 'C1',
      log,
      reader,
      lookForPost: async () => ({ kind: 'not-there' }),
    });
    expect(outcome).toEqual({ kind: 'no-answer' });
  });

  test('is followed by the next rendering where one person alone reads it', async () => {
    const { web, calls } = await openSlack(broken, posted);
    expect(await postOnce(web, reply, { channel: 'U1', log, reader, mayRepeat: true })).toMatchObject({
      kind: 'posted',
    });
    expect(calls).toHaveLength(2);
  });
});

test.each<[string, Answer]>([
  ['an unknown code', refusal('invalid_arguments')],
  ['a text that is too long', refusal('msg_too_long')],
  ['a body that is too large', [413, 'too large']],
])('%s is about the content, so the next rendering is sent', async (_, answer) => {
  const { web, calls } = await openSlack(answer, posted);
  expect(await postOnce(web, reply, { channel: 'C1', log, reader })).toMatchObject({ kind: 'posted' });
  expect(calls).toHaveLength(2);
});
