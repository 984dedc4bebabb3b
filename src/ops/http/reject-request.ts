import type { IncomingMessage, ServerResponse } from 'node:http';
import { freeBytes } from '../free-bytes.ts';
import type { HttpLimits } from './http-limits.ts';
import { hasBody } from './read-body.ts';

/** Pieces of a TCP segment each make up 1 MiB; for a client that sends smaller ones the answer ends sooner. */
const MOST_PIECES = 750;

/**
 * Answers with a status and no body. When the request's body has not been read whole, the connection is closed after it:
 * the status goes out at once, then what still comes is thrown away for a moment, so that the client gets to read it.
 */
export function rejectRequest(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { lingerMs, lingerBytes }: Pick<HttpLimits, 'lingerMs' | 'lingerBytes'>,
  headers: Readonly<Record<string, string>> = {},
): void {
  const isWhole = !hasBody(request) || request.readableEnded;
  if (!isWhole) response.shouldKeepAlive = false;
  response.writeHead(status, { 'content-length': '0', ...headers });
  if (isWhole) {
    response.end();
    return;
  }
  response.flushHeaders();
  let left = lingerBytes;
  let pieces = 0;
  const timer = setTimeout(() => response.end(), lingerMs);
  request
    .on('data', (chunk: Buffer) => {
      left -= chunk.length;
      pieces += 1;
      freeBytes(chunk);
      if (left < 0 || pieces > MOST_PIECES) response.end();
    })
    .once('end', () => response.end())
    .on('error', () => {}); // the client is gone, which `close` reports as well
  response.once('close', () => clearTimeout(timer));
}
