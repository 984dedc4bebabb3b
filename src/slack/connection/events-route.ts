import type { IncomingMessage, ServerResponse } from 'node:http';
import { EVENTS_PATH } from '../names.ts';
import type { SlackConnection } from './bolt.ts';
import type { RequestControl } from './http-receiver.ts';

/**
 * Where Slack's signed requests arrive: 503 while there is no connection to take them, 404 in Socket Mode, which has none.
 * A GET with `ssl_check=1` is Slack looking at the certificate: 200.
 * @param connectionOf the connection as it is at that moment; `undefined` while starting or stopping
 */
export function eventsRoutes(connectionOf: () => SlackConnection | undefined) {
  return [
    {
      method: 'POST',
      path: EVENTS_PATH,
      handle(request: IncomingMessage, response: ServerResponse, control: RequestControl) {
        const connection = connectionOf();
        if (connection?.handle) return connection.handle(request, response, control);
        return control.reject(connection ? 404 : 503, connection ? 'Socket Mode takes none' : 'starting or stopping');
      },
    },
    {
      method: 'GET',
      path: EVENTS_PATH,
      handle({ url = '' }: IncomingMessage, response: ServerResponse) {
        const connection = connectionOf();
        const isCheck = new URLSearchParams(url.split('?', 2)[1]).get('ssl_check') === '1';
        if (!connection) response.writeHead(503).end();
        else if (!connection.handle) response.writeHead(404).end();
        else if (isCheck) response.writeHead(200).end();
        else response.writeHead(405, { allow: 'POST' }).end();
      },
    },
  ] as const;
}
