import { Agent, get } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLogger } from '../../../src/logger.ts';
import { createHttpServer, type Route } from '../../../src/ops/http/http-server.ts';
import { createLogSink } from '../../log-sink.ts';

const hello: Route = { method: 'GET', path: '/hello', handle: (_, response) => void response.end('hello') };

async function open(...routes: readonly Route[]) {
  const sink = createLogSink();
  const log = createLogger({ level: 'trace', secrets: [], destination: sink });
  const server = createHttpServer({ host: '127.0.0.1', port: 0, routes, log });
  const port = await server.listen();
  onTestFinished(() => server.close());
  const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method });
  return { server, port, ask, sink };
}

describe('a request', () => {
  test('goes to the route of its path and method, whatever its query', async () => {
    const { ask } = await open(hello, {
      ...hello,
      method: 'POST',
      handle: (_, response) => void response.end('posted'),
    });
    expect(await (await ask('/hello')).text()).toBe('hello');
    expect(await (await ask('/hello?a=/other')).text()).toBe('hello');
    expect(await (await ask('/hello', 'POST')).text()).toBe('posted');
  });

  test('for the head alone gets no body', async () => {
    const { ask } = await open(hello);
    const response = await ask('/hello', 'HEAD');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  test.each(['/', '/hello/', '/Hello', '//hello', '/hello%2f'])('to %s is not found', async (path) => {
    const { ask } = await open(hello);
    expect((await ask(path)).status).toBe(404);
  });

  test.each(['POST', 'PUT', 'DELETE'])('by %s is answered with the methods that are taken', async (method) => {
    const { ask } = await open(hello);
    const response = await ask('/hello', method);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
  });
});

describe('a route that fails', () => {
  const broken = (handle: Route['handle']): Route => ({ method: 'GET', path: '/broken', handle });

  test.each<[string, Route]>([
    [
      'at once',
      broken(() => {
        throw new Error('broke');
      }),
    ],
    ['later', broken(() => Promise.reject(new Error('broke')))],
  ])('%s is a 500, logged without the query, and the server goes on', async (_, route) => {
    const { ask, sink } = await open(hello, route);
    expect((await ask('/broken?secret=abc')).status).toBe(500);
    expect(sink.named('an HTTP request ended in a fault of the app')).toMatchObject([{ path: '/broken' }]);
    expect(sink.lines.join()).not.toContain('abc');
    expect((await ask('/hello')).status).toBe(200);
  });

  test('halfway ends what it began', async () => {
    const { ask } = await open(
      broken(async (_, response) => {
        response.writeHead(200).write('begun');
        throw new Error('broke');
      }),
    );
    const response = await ask('/broken');
    expect([response.status, await response.text()]).toEqual([200, 'begun']);
  });
});

describe('closing', () => {
  /** Far less than the ten minutes for which the server keeps idle connections. */
  const PROMPT_MS = 1000;

  const keptAlive = () => {
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    return (port: number, path: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        get({ host: '127.0.0.1', port, path, agent }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode));
        }).on('error', reject);
      });
  };

  async function timeToClose(server: { close(): Promise<void> }): Promise<number> {
    const startedAt = performance.now();
    await server.close();
    return performance.now() - startedAt;
  }

  test('ends idle connections and takes no more', async () => {
    const { server, port, ask } = await open(hello);
    const ask2 = keptAlive();
    expect(await ask2(port, '/hello')).toBe(200);
    expect(await timeToClose(server)).toBeLessThan(PROMPT_MS);
    await expect(ask('/hello')).rejects.toThrow();
  });

  test('lets a running request finish, and does not wait for its connection', async () => {
    const begun = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const slow: Route = {
      method: 'GET',
      path: '/slow',
      handle: async (_, response) => {
        begun.resolve();
        await gate.promise;
        response.end('done');
      },
    };
    const { server, port } = await open(slow);
    const status = keptAlive()(port, '/slow');
    await begun.promise;
    const closed = timeToClose(server);
    gate.resolve();
    expect(await status).toBe(200);
    expect(await closed).toBeLessThan(PROMPT_MS);
  });

  test('twice does no harm', async () => {
    const { server } = await open(hello);
    await Promise.all([server.close(), server.close()]);
  });
});

test('a port that is taken is reported by its code', async () => {
  const { port } = await open(hello);
  const log = createLogger({ level: 'silent', secrets: [] });
  const second = createHttpServer({ host: '127.0.0.1', port, routes: [], log });
  await expect(second.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
