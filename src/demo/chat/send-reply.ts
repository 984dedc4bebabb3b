import type { ServerResponse } from 'node:http';
import type { ChatReply } from './service.ts';

const HUGE_BYTES = 10 * 1024 * 1024;

/** Sends the JSON with HTTP 200, as the service always does, or whatever a fault of the transport makes of it. */
export function sendReply(response: ServerResponse, { body, fault }: ChatReply): void {
  const json = JSON.stringify(body);

  switch (fault?.kind) {
    case 'hang':
      break;
    case 'reset':
      response.socket?.resetAndDestroy();
      break;
    case 'status':
      send(response, fault.status, 'text/html', htmlPage(`${fault.status} error of the gateway`));
      break;
    case 'html':
      send(response, 200, 'text/html', htmlPage('Please sign in to the network'));
      break;
    case 'truncated':
      // A Content-Length that fits: the cut is in the JSON, and the client's HTTP takes it as complete.
      send(response, 200, 'application/json', json.slice(0, json.length / 2));
      break;
    case 'huge':
      // No Content-Length: a client that trusts only that header reads all of it.
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write(JSON.stringify({ ...body, ErrorInfo: 'x'.repeat(HUGE_BYTES) }));
      response.end();
      break;
    default:
      send(response, 200, 'application/json', json);
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

function htmlPage(words: string): string {
  return `<!DOCTYPE html><html><head><title>${words}</title></head><body><h1>${words}</h1></body></html>`;
}
