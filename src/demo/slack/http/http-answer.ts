import type { ContentFault } from '../types.ts';
import type { RequestFault } from './faults.ts';

/** What the stand-in sends back for one request. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What becomes of a request: an answer, none ever, or a connection that is cut. */
export type Outcome = HttpAnswer | 'never' | 'cut';

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
 * Returns what comes of a request that a fault hits.
 *
 * @param respond Does what the request says; called only by faults that come after that.
 * @param rejectStatus The Web API rejects with 200; a `response_url` with 404.
 */
export function answerFault(fault: RequestFault, respond: () => HttpAnswer, rejectStatus = 200): Outcome {
  switch (fault.kind) {
    case 'rate-limit':
      return jsonAnswer(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(fault.retryAfterSeconds) });
    case 'odd-rate-limit': {
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
      return jsonAnswer(429, { ok: false, error: 'ratelimited' }, headers);
    }
    case 'refuse-content':
      return rejectContent(fault, rejectStatus === 200);
    case 'refuse':
      return jsonAnswer(rejectStatus, { ok: false, error: fault.error });
    case 'status':
      return textAnswer(fault.status, '');
    case 'hang':
      return 'never';
    case 'half-done':
      respond();
      return jsonAnswer(200, { ok: false, error: fault.error });
    case 'lose-answer':
      respond();
      return 'cut';
  }
}

/** The Web API says why in JSON and with HTTP 200, a `response_url` in one bare word and with 400. */
function rejectContent({ error, status, body }: ContentFault, isWebApi: boolean): HttpAnswer {
  const code = status ?? (isWebApi ? 200 : 400);
  switch (body ?? (isWebApi ? 'json' : 'bare')) {
    case 'json':
      return jsonAnswer(code, { ok: false, error });
    case 'bare':
      return textAnswer(code, error);
    case 'none':
      return textAnswer(code, '');
  }
}
