import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLogger } from '../../../src/logger.ts';
import type { HttpLimits } from '../../../src/ops/http/http-limits.ts';
import { createHttpServer, type Route } from '../../../src/ops/http/http-server.ts';
import { createLogSink } from '../../log-sink.ts';
import { openRawClient, postHead } from '../../raw-http.ts';

/** More than the system takes of an answer that nobody reads. */
const HUGE_BYTES = 32 * 1024 * 1024;
const GET_HELLO = 'GET /hello HTTP/1.1\r\nhost: test\r\n\r\n';

async function open(limits: Partial<HttpLimits>) {
  const sink = createLogSink();
  const log = createLogger({ level: 'trace', secrets: [], destination: sink });
  const bodies: string[] = [];
  const greeted = { times: 0 };
  const cutOff = Promise.withResolvers<void>();
  const routes: readonly Route[] = [
    {
      method: 'GET',
      path: '/hello',
      handle(_, response) {
        greeted.times += 1;
        response.end('hello');
      },
    },
    {
      method: 'GET',
      path: '/huge',
      handle(_, response) {
        response.once('close', cutOff.resolve);
        response.end(Buffer.alloc(HUGE_BYTES));
      },
    },
    {
      method: 'POST',
      path: '/body',
      async handle(_, response, control) {
        const body = await control.readBody(1000);
        if (!body) return;
        bodies.push(body.toString());
        response.end();
      },
    },
  ];
  const large: Route = {
    method: 'POST',
    path: '/many',
    handle: async (_, __, control) => void bodies.push(...((await control.readBody(1_000_000)) ? ['read'] : [])),
  };
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes: [...routes, large],
    log,
    limits: { lingerMs: 10, ...limits },
  });
  const url = `http://127.0.0.1:${await server.listen()}`;
  onTestFinished(() => server.close());
  const client = async () => {
    const opened = await openRawClient(url);
    onTestFinished(() => opened.close());
    return opened;
  };
  /** Asks for an answer, sends more and leaves the answer unread; resolves once its first bytes are there. */
  const unread = async (then = '') => {
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => {});
    socket.write(`GET /huge HTTP/1.1\r\nhost: test\r\n\r\n${then}`);
    await once(socket, 'readable');
  };
  return { url, server, sink, bodies, greeted, client, unread, cutOff: cutOff.promise };
}

test('a request that isn’t sent whole in time ends, while a connection that waits for its next is kept', async () => {
  const { client, sink } = await open({ requestMs: 1000, checkEveryMs: 20 });
  const idle = await client();
  idle.send(GET_HELLO);
  expect((await idle.head()).status).toBe(200);
  const silent = await client();
  const halfHeaders = await client();
  halfHeaders.send('POST /body HTTP/1.1\r\nhost: ');
  const halfBody = await client();
  halfBody.send(`${postHead('/body', {}, 100)}half`);
  const dripped = await client();
  dripped.send(`${postHead('/body', {})}1\r\nx\r\n`);
  for (const slow of [silent, halfHeaders, halfBody, dripped]) expect((await slow.head()).status).toBe(408);
  idle.send(GET_HELLO);
  expect((await idle.head()).status).toBe(200);
  expect(sink.named('HTTP requests were refused')).toMatchObject([{ path: '/body', times: 1 }]);
});

test('headers have less time than a whole request, however steadily they drip', async () => {
  const { client } = await open({ requestMs: 3_600_000, headersMs: 200, checkEveryMs: 20 });
  const body = await client();
  body.send(`${postHead('/body', {}, 100)}half`);
  const dripping = await client();
  dripping.send('GET /hello HTTP/1.1\r\nhost: test\r\n');
  const drip = setInterval(() => dripping.send('x: x\r\n'), 10);
  onTestFinished(() => clearInterval(drip));
  expect((await dripping.head()).status).toBe(408);
  await dripping.ended;
  body.send('x'.repeat(96));
  expect((await body.head()).status).toBe(200);
});

test('headers beyond their size are not taken, and the next client is answered', async () => {
  const { client, greeted } = await open({ headerBytes: 2000 });
  const flood = await client();
  flood.send(`GET /hello HTTP/1.1\r\n${`x: ${'x'.repeat(50)}\r\n`.repeat(50)}`);
  expect((await flood.head()).status).toBe(431);
  await flood.ended;
  const next = await client();
  next.send(GET_HELLO);
  expect((await next.head()).status).toBe(200);
  expect(greeted.times).toBe(1);
});

test('beyond the limit of bodies the largest gives way, and a small one is read', async () => {
  const { client, bodies, url, sink } = await open({ bodiesBytes: 1000 });
  const held = [];
  for (const size of [300, 500, 100]) {
    const one = await client();
    one.send(postHead('/body', {}, 900) + 'x'.repeat(size));
    held.push(one);
    // Answered on another connection, so what was sent before has arrived.
    await fetch(`${url}/hello`);
  }
  expect((await fetch(`${url}/body`, { method: 'POST', body: 'small'.repeat(60) })).status).toBe(200);
  expect(bodies).toEqual(['small'.repeat(60)]);
  const head = await held[1]?.head();
  expect(head).toMatchObject({ status: 503, headers: expect.stringMatching(/retry-after: \d+/) });
  held[0]?.send('x'.repeat(600));
  expect((await held[0]?.head())?.status).toBe(200);
  expect(sink.named('HTTP requests were refused')).toMatchObject([{ status: 503, times: 1 }]);
});

test('beyond the limit of connections the one that waits longest without a request is closed, then the idle ones', async () => {
  const { client, sink } = await open({ connections: 3 });
  const idle = await client();
  idle.send(GET_HELLO);
  await idle.head();
  const silent = await client();
  const holding = await client();
  holding.send(`${postHead('/body', {}, 100)}half`);
  const ask = async () => {
    const asking = await client();
    asking.send(GET_HELLO);
    return (await asking.head()).status;
  };
  expect(await ask()).toBe(200);
  await silent.ended;
  expect(await ask()).toBe(200);
  await holding.ended;
  expect(await ask()).toBe(200);
  await idle.ended;
  expect(sink.named('HTTP requests were refused')).toMatchObject([
    { reason: 'a connection was closed to make room for a new one' },
    { path: '/body' },
  ]);
});

test('a connection whose answer is left unread makes room before one that is idle', async () => {
  const { client, unread, cutOff, sink } = await open({ connections: 2 });
  await unread();
  const idle = await client();
  idle.send(GET_HELLO);
  await idle.head();
  const asking = await client();
  asking.send(GET_HELLO);
  expect((await asking.head()).status).toBe(200);
  await cutOff;
  idle.send(GET_HELLO);
  expect((await idle.head()).status).toBe(200);
  expect(sink.named('HTTP requests were refused')).toMatchObject([
    { reason: 'a connection was closed to make room for a new one', times: 1 },
  ]);
});

test('an answer that is left unread doesn’t keep its connection for ever', async () => {
  const { unread, cutOff } = await open({ stalledMs: 50 });
  await unread();
  await cutOff;
});

test('thousands of requests sent without waiting for their answers are not answered: the connection is closed', async () => {
  const { client, greeted, sink, url } = await open({});
  const flooding = await client();
  flooding.send(GET_HELLO.repeat(5000));
  await flooding.ended;
  expect(greeted.times).toBeLessThanOrEqual(10);
  expect(sink.named('HTTP requests were refused')).toMatchObject([
    { reason: 'a connection sent too many requests without waiting for their answers', times: 1 },
  ]);
  expect((await fetch(`${url}/hello`)).status).toBe(200);
});

test.each(['GET /hello HTTP/1.1\r\nhost: test\r\n\r\n', 'GET /hello HTTP/1.1\r\nhost: test\r\nexpect: x\r\n\r\n'])(
  'as many as one likes, one after the other, are answered on one connection (%j)',
  async (request) => {
    const { client } = await open({ unanswered: 2 });
    const one = await client();
    for (let n = 0; n < 20; n += 1) {
      one.send(request);
      expect((await one.head()).status).toBe(request.includes('expect') ? 417 : 200);
    }
  },
);

describe('a server that closes is not held up by', () => {
  test.each([
    ['a connection that never sent anything', ''],
    ['half a request', 'GET /hello HTTP/1.1\r\nhost:'],
    ['half a body', `${postHead('/body', {}, 100)}half`],
  ])('%s', async (_, text) => {
    const { client, server, url } = await open({ requestMs: 3_600_000, closingMs: 3_600_000 });
    const held = await client();
    held.send(text);
    // Answered on another connection, so what was sent before has arrived.
    await fetch(`${url}/hello`);
    await server.close();
    await held.ended;
  });

  test('an answer that no client reads before half a request, for long', async () => {
    const { unread, server } = await open({ closingMs: 50 });
    await unread('GET /hello HTTP/1.1\r\nhost:');
    await server.close();
  });
});

test('two requests sent at once over one connection are both answered, in their order', async () => {
  const { client } = await open({});
  const one = await client();
  one.send(`${GET_HELLO}GET /none HTTP/1.1\r\nhost: test\r\n\r\n`);
  expect((await one.head()).status).toBe(200);
  expect((await one.head()).status).toBe(404);
});

test('a body read whole leaves the connection open, also when it came in many pieces', async () => {
  const { client, bodies } = await open({});
  const one = await client();
  one.send(`${postHead('/body', {})}${'1\r\nx\r\n'.repeat(999)}0\r\n\r\n`);
  const head = await one.head();
  expect([head.status, head.headers.includes('connection: close')]).toEqual([200, false]);
  expect(bodies).toEqual(['x'.repeat(999)]);
  one.send(GET_HELLO);
  expect((await one.head()).status).toBe(200);
});

test('a body in thousands of tiny chunks is rejected, and the rest of it is not taken', async () => {
  const { client, bodies } = await open({ lingerMs: 60_000 });
  const one = await client();
  one.send(`${postHead('/many', {})}${'1\r\nx\r\n'.repeat(4000)}`);
  expect((await one.head()).status).toBe(400);
  await one.ended;
  expect(bodies).toEqual([]);
});

test('a client that goes away in the middle of its body leaves its room to others', async () => {
  const { url, bodies } = await open({ bodiesBytes: 1000 });
  for (let n = 0; n < 20; n += 1) {
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
    await once(socket, 'connect');
    socket.write(`${postHead('/body', {}, 900)}${'x'.repeat(800)}`);
    await fetch(`${url}/hello`);
    socket.destroy();
  }
  const body = 'y'.repeat(900);
  expect((await fetch(`${url}/body`, { method: 'POST', body })).status).toBe(200);
  expect(bodies).toEqual([body]);
});
