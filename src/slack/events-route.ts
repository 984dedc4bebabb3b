import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SlackConnection } from './bolt.ts';
import { EVENTS_PATH } from './names.ts';

/**
 * Where Slack's signed requests arrive: 503 while there is no connection to take them, 404 in Socket Mode, which has none.
 * @param connectionOf the connection as it is at that moment; `undefined` while starting or stopping
 */
export function eventsRoute(connectionOf: () => SlackConnection | undefined) {
  return {
    method: 'POST',
    path: EVENTS_PATH,
    handle(request: IncomingMessage, response: ServerResponse) {
      const connection = connectionOf();
      if (connection?.handle) return connection.handle(request, response);
      response.writeHead(connection ? 404 : 503).end();
    },
  } as const;
}
