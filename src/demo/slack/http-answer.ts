import type { RequestFault } from './faults.ts';

/** What the stand-in sends back for one request. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function jsonAnswer(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

export function textAnswer(status: number, body: string): HttpAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/**
 * The answer that trouble made on purpose gives; undefined for never.
 *
 * @param refuseStatus The Web API refuses with 200; a `response_url` with 404.
 */
export function answerFault(fault: RequestFault, refuseStatus = 200): HttpAnswer | undefined {
  switch (fault.kind) {
    case 'rate-limit':
      return jsonAnswer(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(fault.retryAfterSeconds) });
    case 'refuse':
      return jsonAnswer(refuseStatus, { ok: false, error: fault.error });
    case 'status':
      return textAnswer(fault.status, '');
    case 'hang':
      return undefined;
  }
}
