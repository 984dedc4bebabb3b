import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Outcome, textAnswer } from './http-answer.ts';
import { answer, type Handle, readUrl } from './routing.ts';

interface Routes extends Handle {
  /** `/socket` */
  socket(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

// More than any file or message of the demo needs; only so that a runaway request can't fill the memory.
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** Starts a server on 127.0.0.1; it answers nothing until the caller adds a listener for requests. */
export async function listen(port: number): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', resolve);
  await promise;
  return { server, port: (server.address() as AddressInfo).port };
}

export function serve(server: Server, routes: Routes): void {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answerIncoming(routes, request).then(
      (outcome) => {
        if (outcome === 'cut') request.socket.destroy();
        else if (outcome !== 'never') response.writeHead(outcome.status, outcome.headers).end(outcome.body);
      },
      (error: unknown) => {
        response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
        response.end(error instanceof Error ? error.message : String(error));
      },
    );
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (readUrl(request.url ?? '/').pathname === '/socket') routes.socket(request, socket, head);
    else socket.destroy();
  });
}

/** Ends every request and connection, also those that hang on purpose. */
export async function stop(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
}

async function answerIncoming(routes: Routes, request: IncomingMessage): Promise<Outcome> {
  const { method = '', url = '/', headers } = request;
  const body = await readBody(request);
  return body === undefined ? textAnswer(413, 'Too large') : answer(routes, { method, url, headers, body });
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(chunks) : undefined;
}
