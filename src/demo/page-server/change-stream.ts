import type { ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from './answer.ts';

export interface ChangeStream {
  /** Keeps `response` open as a server-sent event stream until its reader goes. */
  open(response: ServerResponse): void;
  /** Tells every open page to fetch its state again. */
  announce(): void;
}

/** The page asks for the whole state after each `change`, so an event carries nothing and a lost one costs nothing. */
export function createChangeStream(): ChangeStream {
  const readers = new Set<ServerResponse>();

  return {
    open(response) {
      response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream' });
      response.write('retry: 1000\n\n');
      readers.add(response);
      response.on('close', () => readers.delete(response));
    },
    announce() {
      for (const reader of readers) reader.write('event: change\ndata:\n\n');
    },
  };
}
