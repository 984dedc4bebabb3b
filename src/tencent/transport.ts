import { performance } from 'node:perf_hooks';
import { type Dispatcher, errors } from 'undici';
import { AppError } from '../errors.ts';

/** Twenty items are about 4 kB; what is far larger is no answer of Chat's. Enforced by the pool (`maxResponseSize`). */
export const MAX_ANSWER_BYTES = 1_048_576;

interface Call {
  /** Path and query. Holds the signature: it must not reach an error or a log. */
  readonly path: string;
  readonly body: string;
  /** For this attempt, milliseconds: to the answer's beginning, and again from there to its last part. */
  readonly timeoutMs: number;
}

/**
 * One POST to Chat; resolves with the body of a 200.
 * @throws {AppError} for everything else, made anew: the errors below it may hold the address, and are dropped here.
 */
export function post(dispatcher: Dispatcher, origin: string, { path, body, timeoutMs }: Call): Promise<string> {
  return new Promise((resolve, reject) => {
    // The client's own timers, not an AbortSignal for each call: those cost as much as reading the answer.
    const options = { origin, path, body, headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
    const collector = new AnswerCollector(timeoutMs, resolve, (error) => reject(translate(error, timeoutMs)));
    dispatcher.dispatch({ method: 'POST', headers: HEADERS, ...options }, collector);
  });
}

const HEADERS = { 'content-type': 'application/json' };

/**
 * What `dispatcher.request` does with an answer, without a stream for each: a body of 4 kB comes in one or two chunks, and
 * the stream was a fifth of all the CPU of a look-up.
 */
class AnswerCollector implements Dispatcher.DispatchHandler {
  readonly #timeoutMs: number;
  readonly #resolve: (body: string) => void;
  readonly #reject: (error: unknown) => void;
  readonly #chunks: Buffer[] = [];
  #status = 0;
  #endBy = 0;

  constructor(timeoutMs: number, resolve: (body: string) => void, reject: (error: unknown) => void) {
    this.#timeoutMs = timeoutMs;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  onRequestStart(): void {}

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
    this.#endBy = performance.now() + this.#timeoutMs;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    // The client's timer begins anew with every part: an answer that trickles would hold its slot for ever.
    if (performance.now() > this.#endBy) controller.abort(new errors.BodyTimeoutError());
    else if (this.#status === 200) this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first = Buffer.of(), second] = this.#chunks;
    if (this.#status === 200) this.#resolve((second ? Buffer.concat(this.#chunks) : first).toString());
    else this.#reject(new AppError('upstream_status', `follow_get_info got HTTP ${this.#status}`));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }
}

/** Only codes are matched and kept, never messages. */
function translate(error: unknown, timeoutMs: number): unknown {
  if (error instanceof AppError) return error;
  if (error instanceof errors.ResponseExceededMaxSizeError) {
    return new AppError('upstream_garbled', `follow_get_info answered more than ${MAX_ANSWER_BYTES} bytes`);
  }
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError) {
    return new AppError('upstream_timeout', `follow_get_info: no answer in ${timeoutMs} ms`);
  }
  // Nothing here ends a call by a signal; undici ends it so when a proxy's answer to CONNECT isn't 200.
  if (error instanceof errors.RequestAbortedError) {
    return new AppError('upstream_unreachable', 'follow_get_info: the proxy refused the connection');
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof errors.ConnectTimeoutError || code === 'ETIMEDOUT') {
    return new AppError('upstream_timeout', 'follow_get_info: no connection in time');
  }
  if (typeof code === 'string') return new AppError('upstream_unreachable', `follow_get_info: ${code}`);
  return error;
}
