import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errors, MockAgent } from 'undici';
import { expect, test } from 'vitest';
import { createPool } from '../../src/tencent/pool.ts';
import { MAX_ANSWER_BYTES, post } from '../../src/tencent/transport.ts';
import { errorOf, everythingIn } from './open-chat.ts';

const SECRET_PATH = '/v4?usersig=eJw-the-signature';

/** Posts to a server that answers like this, over a real pool. */
async function postTo(answer: (response: ServerResponse) => void, timeoutMs = 5000) {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => answer(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pool = createPool(origin);
  try {
    return await post(pool, { name: 'follow_get_info', origin, path: SECRET_PATH, body: '{}', timeoutMs });
  } finally {
    await pool.destroy();
    server.closeAllConnections();
    server.close();
  }
}

/** Posts into an agent that fails like this, below everything. */
async function failWith(error: Error): Promise<string> {
  const agent = new MockAgent();
  agent.disableNetConnect();
  agent.get('http://chat.test').intercept({ path: SECRET_PATH, method: 'POST' }).replyWithError(error);
  try {
    return await post(agent, {
      name: 'follow_get_info',
      origin: 'http://chat.test',
      path: SECRET_PATH,
      body: '{}',
      timeoutMs: 5000,
    });
  } finally {
    await agent.close();
  }
}

const half = (response: ServerResponse) => {
  response.writeHead(200, { 'Content-Length': 100 });
  response.write('{"ActionStatus":');
};

test('the body of a 200 comes back as it is', async () => {
  expect(await postTo((response) => response.end('{"小":1}'))).toBe('{"小":1}');
});

test('an answer in many parts is put together, also where a part ends within a character', async () => {
  const answer = JSON.stringify({ ResultInfo: '账号不存在 – \u{1f600} é' });
  const inBytes = (response: ServerResponse) => {
    response.writeHead(200);
    for (const byte of Buffer.from(answer)) response.write(Buffer.of(byte));
    response.end();
  };
  expect(await postTo(inBytes)).toBe(answer);
});

test('an answer without a body is an empty text', async () => {
  expect(await postTo((response) => response.writeHead(200).end())).toBe('');
});

test('what a gateway says ahead of the answer is not the answer', async () => {
  const early = (response: ServerResponse) => {
    response.writeEarlyHints({ link: '</style.css>; rel=preload' }, () => response.end('{}'));
  };
  expect(await postTo(early)).toBe('{}');
});

test('a connection that breaks in the middle of the answer is no answer', async () => {
  const breaking = (response: ServerResponse) => {
    half(response);
    setImmediate(() => response.destroy());
  };
  expect((await errorOf(postTo(breaking))).failure.code).toBe('upstream_unreachable');
});

test('an answer that stops in the middle runs out of its time', async () => {
  expect((await errorOf(postTo(half, 100))).failure.code).toBe('upstream_timeout');
});

test('an answer that trickles runs out of its time, too, though every part of it comes in time', async () => {
  const trickling = (response: ServerResponse) => {
    const timer = setInterval(() => response.write('x'), 10);
    response.on('close', () => clearInterval(timer));
  };
  expect((await errorOf(postTo(trickling, 100))).failure.code).toBe('upstream_timeout');
});

test('so does the page of a gateway that trickles', async () => {
  const trickling = (response: ServerResponse) => {
    response.writeHead(502);
    const timer = setInterval(() => response.write('x'), 10);
    response.on('close', () => clearInterval(timer));
  };
  expect((await errorOf(postTo(trickling, 100))).failure.code).toBe('upstream_timeout');
});

test('an answer may be as large as its limit, and no larger', async () => {
  expect(await postTo((response) => response.end('x'.repeat(MAX_ANSWER_BYTES)))).toHaveLength(MAX_ANSWER_BYTES);
  const larger = errorOf(postTo((response) => response.end('x'.repeat(MAX_ANSWER_BYTES + 1))));
  expect((await larger).failure.code).toBe('upstream_garbled');
});

test.each([201, 204, 302, 401, 429, 500, 503])(
  'HTTP %i is told as a status, whatever comes with it',
  async (status) => {
    const error = await errorOf(
      postTo((response) => response.writeHead(status).end(status === 204 ? '' : 'x'.repeat(300_000))),
    );
    expect(error.failure.code).toBe('upstream_status');
    expect(error.message).toContain(`HTTP ${status}`);
  },
);

test('a pool that is closed sends nothing, and is as good as unreachable', async () => {
  const pool = createPool('http://127.0.0.1:1');
  await pool.destroy();
  const call = {
    name: 'follow_get_info',
    origin: 'http://127.0.0.1:1',
    path: SECRET_PATH,
    body: '{}',
    timeoutMs: 5000,
  };
  const error = await errorOf(post(pool, call));
  expect(error.failure.code).toBe('upstream_unreachable');
});

const withCode = (code: string) => Object.assign(new Error(`${code} at http://chat.test${SECRET_PATH}`), { code });

test.each([
  [new errors.ConnectTimeoutError(SECRET_PATH), 'upstream_timeout'],
  [withCode('ETIMEDOUT'), 'upstream_timeout'],
  [withCode('ENOTFOUND'), 'upstream_unreachable'],
  [withCode('ECONNREFUSED'), 'upstream_unreachable'],
  [withCode('CERT_HAS_EXPIRED'), 'upstream_unreachable'],
  [new errors.SocketError(SECRET_PATH), 'upstream_unreachable'],
  [withCode('HPE_INVALID_VERSION'), 'upstream_unreachable'],
])('%s becomes %s, made anew so that nothing of it is left', async (cause, code) => {
  const error = await errorOf(failWith(cause));
  expect(error.failure.code).toBe(code);
  expect(error.cause).toBeUndefined();
  expect(everythingIn(error)).not.toContain('eJw-the-signature');
});

test('what has no code is a bug, and passes', async () => {
  const bug = new TypeError('a bug');
  await expect(failWith(bug)).rejects.toBe(bug);
});
