import type { ServerResponse } from 'node:http';
import type { Route } from './http/http-server.ts';

/** Returns two routes. `/healthz`: 200 while the process lives. `/readyz`: 200 while it can answer people, 503 while starting or stopping. */
export function healthRoutes(isReady: () => boolean | Promise<boolean>): readonly Route[] {
  return [
    { method: 'GET', path: '/healthz', handle: (_request, response) => answer(response, 200, 'ok') },
    {
      method: 'GET',
      path: '/readyz',
      handle: async (_request, response) =>
        (await isReady()) ? answer(response, 200, 'ready') : answer(response, 503, 'not ready'),
    },
  ];
}

function answer(response: ServerResponse, status: number, word: string): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(`${word}\n`);
}
