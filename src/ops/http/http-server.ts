import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../../logger.ts';
import { createBodyBudget } from './body-budget.ts';
import { createConnections } from './connections.ts';
import { HTTP_LIMITS, type HttpLimits } from './http-limits.ts';
import { hasBody } from './read-body.ts';
import { rejectRequest } from './reject-request.ts';
import { createRejectionLog } from './rejection-log.ts';
import { createRequestControl, type RequestControl } from './request-control.ts';

/** Answers one request. What it throws or rejects with is logged, and answered with 500. */
export type Handle = (
  request: IncomingMessage,
  response: ServerResponse,
  control: RequestControl,
) => void | Promise<void>;

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
  readonly limits?: Partial<HttpLimits>;
  /** Monotonic milliseconds; for the log's rate alone. */
  readonly now?: () => number;
}

/** Doesn't listen until `listen` is called. */
export interface HttpServer {
  /** Resolves with the port. Rejects when the address can't be had, with `EADDRINUSE` and the like as the error's `code`. */
  listen(): Promise<number>;
  /**
   * Takes no more connections and closes those without a request to answer; resolves when the last is closed, `closingMs`
   * after the call at the latest. Never rejects.
   */
  close(): Promise<void>;
}

const LOG_EVERY_MS = 10_000;

/** Creates the app's one HTTP server. Query strings play no part in routing and are never logged. */
export function createHttpServer(options: Options): HttpServer {
  const { host, port, routes, log, now = () => performance.now() } = options;
  const limits = { ...HTTP_LIMITS, ...options.limits };
  const rejections = createRejectionLog({ log, now, everyMs: LOG_EVERY_MS });
  const budget = createBodyBudget(limits.bodiesBytes);
  const connections = createConnections({
    max: limits.connections,
    maxUnanswered: limits.unanswered,
    onClosed: (reason) => rejections.note({ reason }),
  });
  // Node counts a request's time from its first byte, so the wait between two requests falls under `keepAliveTimeout` alone.
  // `headersTimeout` may not be longer than `requestTimeout`.
  const server = createServer({
    requestTimeout: limits.requestMs,
    headersTimeout: Math.min(limits.headersMs, limits.requestMs),
    maxHeaderSize: limits.headerBytes,
    keepAlive: true,
    keepAliveInitialDelay: limits.probeMs,
    connectionsCheckingInterval: limits.checkEveryMs,
    keepAliveTimeout: limits.keepAliveMs,
  });
  server.timeout = limits.stalledMs;
  server.on('connection', connections.opened);
  server.on('request', (request, response) => void serve(request, response, () => {}));
  // A client that waits for 100 Continue gets it only when the route reads the body.
  server.on('checkContinue', (request, response) => void serve(request, response, () => response.writeContinue()));
  server.on('checkExpectation', (request, response) => {
    const { socket } = request;
    if (!connections.began(socket)) return;
    response.once('close', () => connections.over(socket, false));
    rejectRequest(request, response, 417, limits);
  });

  async function serve(request: IncomingMessage, response: ServerResponse, askForBody: () => void): Promise<void> {
    const { socket } = request;
    if (!connections.began(socket)) return;
    let isAnswering = false;
    const arrived = () => {
      isAnswering = true;
      connections.arrived(socket);
    };
    response.once('close', () => {
      connections.over(socket, isAnswering);
      // While closing, a connection goes with its last answer; kept alive, it would hold the server for seconds more.
      if (!server.listening) server.closeIdleConnections();
    });
    const { shouldKeepAlive } = response;
    if (hasBody(request)) response.shouldKeepAlive = false;
    else arrived();

    const path = (request.url ?? '').split('?', 1)[0];
    const onPath = routes.filter((route) => route.path === path);
    const route = onPath.find(
      ({ method }) => method === request.method || (method === 'GET' && request.method === 'HEAD'),
    );
    if (!route) {
      const allow = onPath.map(({ method }) => method).join(', ');
      if (allow) rejectRequest(request, response, 405, limits, { allow });
      else rejectRequest(request, response, 404, limits);
      return;
    }

    const control = createRequestControl({
      request,
      response,
      path: route.path,
      limits,
      budget,
      rejections,
      askForBody,
      onBody() {
        response.shouldKeepAlive = shouldKeepAlive;
        if (!isAnswering) arrived();
      },
    });
    try {
      // A body that the route doesn't read isn't kept in memory.
      if (route.method === 'GET' && hasBody(request)) request.resume();
      await route.handle(request, response, control);
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
        // A server that closes no longer applies `requestTimeout`, so nothing else ends what is stuck.
        const limit = setTimeout(() => server.closeAllConnections(), limits.closingMs);
        server.close(() => {
          clearTimeout(limit);
          rejections.flush();
          resolve();
        });
        connections.closeWaiting();
      }),
  };
}
