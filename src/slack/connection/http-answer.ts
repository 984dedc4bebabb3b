import type { ServerResponse } from 'node:http';

/** A whole answer to one of Slack's requests. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType?: string;
  readonly body?: string;
}

/** What an acknowledgement says over HTTP: nothing, text, or JSON. */
export function toAnswer(content: unknown): HttpAnswer {
  if (!content) return { status: 200 };
  if (typeof content === 'string') return { status: 200, body: content };
  return { status: 200, contentType: 'application/json', body: JSON.stringify(content) };
}

/** Sends it, unless something was sent already. */
export function sendAnswer(response: ServerResponse, { status, contentType, body = '' }: HttpAnswer): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    'content-length': Buffer.byteLength(body),
    ...(contentType && { 'content-type': contentType }),
  });
  response.end(body);
}
