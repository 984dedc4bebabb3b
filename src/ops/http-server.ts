import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../logger.ts';

export type Handle = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** One path and the methods it takes. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: Handle;
}

interface Options {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly routes: readonly Route[];
  readonly log: Logger;
}

/** Not listening until told to. */
export interface HttpServer {
  /** Resolves with the port. Rejects when the address can't be had, with `EADDRINUSE` and the like as its `code`. */
  listen(): Promise<number>;
  /** Takes no more connections and ends those that are idle; resolves when the last is closed. */
  close(): Promise<void>;
}

/** The app's one HTTP server. Query strings play no part in routing and are never logged. */
export function createHttpServer({ host, port, routes, log }: Options): HttpServer {
  const server = createServer((request, response) => {
    // While closing, a connection goes with its last answer; kept alive, it would hold the server for seconds more.
    response.once('close', () => {
      if (!server.listening) server.closeIdleConnections();
    });
    void serve(request, response);
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?', 1)[0];
    const onPath = routes.filter((route) => route.path === path);
    const route = onPath.find(
      ({ method }) => method === request.method || (method === 'GET' && request.method === 'HEAD'),
    );
    if (!route) {
      if (onPath.length > 0) response.setHeader('allow', onPath.map(({ method }) => method).join(', '));
      response.writeHead(onPath.length > 0 ? 405 : 404).end();
      return;
    }
    try {
      await route.handle(request, response);
    } catch (error) {
      log.error({ err: error, path }, 'an HTTP request ended in a fault of the app');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  }

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ host, port }, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
