import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createPostDispatcher, createPostJson, postThrough } from '../../../src/slack/sending/post-json.ts';
import { nextTurn } from '../../../src/timers.ts';
import { openProxy } from '../../forward-proxy.ts';
import { openServer } from '../connection/open-server.ts';

const never = new AbortController().signal;

function openPost(proxy?: Parameters<typeof createPostDispatcher>[0]) {
  const dispatcher = createPostDispatcher(proxy);
  onTestFinished(() => dispatcher.destroy());
  return createPostJson(dispatcher);
}

const WAYS = [
  ['by undici', () => openPost()],
  ['by fetch', () => postThrough(fetch)],
] as const;

test.each(WAYS)('%s: what is posted arrives, and what comes back is whole', async (_, open) => {
  const { url, requests } = await openServer({ status: 429, headers: { 'retry-after': '7' }, body: 'ratelimited' });
  const answer = await open()(`${url}/commands/T1/secret?a=b`, '{"text":"안녕"}', never);
  expect(answer).toEqual({ status: 429, retryAfter: '7', text: 'ratelimited' });
  expect(requests).toMatchObject([
    {
      path: '/commands/T1/secret?a=b',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: '{"text":"안녕"}',
    },
  ]);
});

test.each(WAYS)('%s: it is not taken elsewhere', async (_, open) => {
  const elsewhere = await openServer();
  const { url } = await openServer({ status: 307, headers: { location: elsewhere.url } });
  expect(await open()(url, '{}', never)).toMatchObject({ status: 307 });
  expect(elsewhere.requests).toEqual([]);
});

test.each(WAYS)('%s: an answer that breaks off, or none in time, is none', async (_, open) => {
  const { url } = await openServer('break-off');
  await expect(open()(url, '{}', never)).rejects.toThrow();
  const held = await openHeld();
  const late = new AbortController();
  const posted = open()(held.url, '{}', late.signal);
  await held.begun;
  const reason = new DOMException('late', 'TimeoutError');
  late.abort(reason);
  await expect(posted).rejects.toBe(reason);
});

test('one connection serves posts that come one after the other, whatever is answered', async () => {
  const ports = new Set<number | undefined>();
  const server = createServer((request, response) => {
    ports.add(request.socket.remotePort);
    request.resume().on('end', () => response.writeHead(500).end('x'.repeat(100_000)));
  });
  const post = openPost();
  const url = await listen(server);
  for (let n = 0; n < 3; n += 1) {
    expect((await post(url, '{}', never)).text).toHaveLength(100_000);
    // The connection is given back behind the answer's end.
    await nextTurn();
  }
  expect(ports.size).toBe(1);
});

test('an answer far longer than Slack’s is not read to its end', async () => {
  const { url } = await openServer({ body: 'x'.repeat(2 * 1_048_576) });
  await expect(openPost()(url, '{}', never)).rejects.toThrow();
});

test('it goes through the proxy, but for what is exempt', async () => {
  const { url, requests } = await openServer();
  const proxy = await openProxy();
  await openPost({ http: proxy.url, https: '', exempt: '' })(url, '{}', never);
  expect(proxy.log.join()).toContain(new URL(url).host);
  const before = proxy.log.length;
  await openPost({ http: proxy.url, https: '', exempt: '127.0.0.1' })(url, '{}', never);
  expect([proxy.log.length, requests.length]).toEqual([before, 2]);
});

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that begins its answer and never ends it. */
async function openHeld() {
  const begun = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200).write('o', () => begun.resolve());
  });
  return { url: await listen(server), begun: begun.promise };
}
