import type { Logger } from '../../logger.ts';
import { createHttpServer, type HttpServer, type Route } from '../http/http-server.ts';
import type { Metrics } from './metrics.ts';

interface Options {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly metrics: Pick<Metrics, 'read'>;
  readonly log: Logger;
}

/** A Prometheus or two keep a connection each. */
const CONNECTIONS = 50;

/** Makes the server of `/metrics`, with the limits of the app's own; it doesn't listen until `listen` is called. */
export function createMetricsServer({ host, port, metrics, log }: Options): HttpServer {
  return createHttpServer({ host, port, log, routes: [metricsRoute(metrics)], limits: { connections: CONNECTIONS } });
}

function metricsRoute({ read }: Pick<Metrics, 'read'>): Route {
  return {
    method: 'GET',
    path: '/metrics',
    async handle(_request, response) {
      const { contentType, text } = await read();
      response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text);
    },
  };
}
