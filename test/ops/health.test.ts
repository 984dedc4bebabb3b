import { expect, onTestFinished, test } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { healthRoutes } from '../../src/ops/health.ts';
import { createHttpServer } from '../../src/ops/http/http-server.ts';

async function open(isReady: () => boolean) {
  const log = createLogger({ level: 'silent', secrets: [] });
  const server = createHttpServer({ host: '127.0.0.1', port: 0, routes: healthRoutes(isReady), log });
  const url = `http://127.0.0.1:${await server.listen()}`;
  onTestFinished(() => server.close());
  return async (path: string) => {
    const response = await fetch(url + path);
    return { status: response.status, text: await response.text(), cache: response.headers.get('cache-control') };
  };
}

test('the process lives, ready or not', async () => {
  const ask = await open(() => false);
  expect(await ask('/healthz')).toEqual({ status: 200, text: 'ok\n', cache: 'no-store' });
});

test('readiness is asked anew each time', async () => {
  let isReady = false;
  const ask = await open(() => isReady);
  expect(await ask('/readyz')).toEqual({ status: 503, text: 'not ready\n', cache: 'no-store' });
  isReady = true;
  expect(await ask('/readyz')).toEqual({ status: 200, text: 'ready\n', cache: 'no-store' });
});
