import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BodyBudget } from './body-budget.ts';
import type { HttpLimits } from './http-limits.ts';
import { readBody } from './read-body.ts';
import { rejectRequest } from './reject-request.ts';
import type { RejectionLog } from './rejection-log.ts';

/** What a route can do with a request beside answering it. */
export interface RequestControl {
  /**
   * Reads the body. A route that doesn't read it leaves it unread: the connection is then closed after the answer.
   * @returns `undefined` when it can't be had whole; then the request has been answered already (400, 413, 503) or is gone
   */
  readBody(limitBytes: number): Promise<Buffer | undefined>;
  /**
   * Answers with a status and no body, whether or not the request's body was read, and logs it.
   * @param reason for the log; holds nothing that the client sent
   */
  reject(status: number, reason: string): void;
}

interface Options {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The path of its route. */
  readonly path: string;
  readonly limits: HttpLimits;
  readonly budget: BodyBudget;
  readonly rejections: RejectionLog;
  /** Asks a client that waits for 100 Continue to send the body. */
  readonly askForBody: () => void;
  /** Called when the body has been read whole. */
  readonly onBody: () => void;
}

/** When a client whose body had to give way may try again: by then bodies that are only held may be gone. */
const RETRY_AFTER_SECONDS = '5';

/** Creates the control of one request. */
export function createRequestControl(options: Options): RequestControl {
  const { request, response, path, limits, budget, rejections, askForBody, onBody } = options;

  function reject(status: number, reason: string, headers?: Readonly<Record<string, string>>): undefined {
    rejections.note({ path, status, reason });
    rejectRequest(request, response, status, limits, headers);
  }

  return {
    reject,
    async readBody(limitBytes) {
      if (Number(request.headers['content-length'] ?? 0) <= limitBytes) askForBody();
      const body = await readBody(request, limitBytes, budget);
      switch (body.kind) {
        case 'whole':
          onBody();
          return body.bytes;
        case 'too-large':
          return reject(413, 'the body is too large');
        case 'in-pieces':
          return reject(400, 'the body came in too many pieces');
        case 'no-room':
          return reject(503, 'too many bodies were being read', { 'retry-after': RETRY_AFTER_SECONDS });
        case 'cut-off':
          rejections.note({ path, reason: 'the body didn’t arrive whole, or not in time' });
          return undefined;
      }
    },
  };
}
