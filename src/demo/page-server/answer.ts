import type { ServerResponse } from 'node:http';
import { BadInput } from './bad-input.ts';

/** What a route answers with, before it is written out. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Nothing but the page's own files: no inline script, no other origin, no frame around it. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer, also errors and the event stream. */
export const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

export function toJson(value: unknown): Answer {
  return { status: 200, contentType: 'application/json', body: JSON.stringify(value) };
}

/**
 * What came of something a person did. The workspace throws when the person can't do that at all: no such button, not in
 * the channel. An app that fails is an answer.
 */
export async function answerOutcome(act: () => Promise<unknown>): Promise<Answer> {
  try {
    return toJson((await act()) ?? null);
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** `sentence` reaches the person at the page as it is. */
export function toErrorAnswer(status: number, sentence: string): Answer {
  return { ...toJson({ error: sentence }), status };
}

export function writeAnswer(response: ServerResponse, { status, contentType, body, headers }: Answer): void {
  response.writeHead(status, { ...SECURITY_HEADERS, ...headers, 'content-type': contentType }).end(body);
}
