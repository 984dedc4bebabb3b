import { type Dispatcher, errors } from 'undici';
import { AppError } from '../errors.ts';

/** Twenty items are about 4 kB; what is far larger is no answer of Chat's. Enforced by the pool (`maxResponseSize`). */
export const MAX_ANSWER_BYTES = 1_048_576;

interface Call {
  /** Path and query. Holds the signature: it must not reach an error or a log. */
  readonly path: string;
  readonly body: string;
  /** For this attempt, milliseconds, to the answer's beginning, and again between any two of its parts. */
  readonly timeoutMs: number;
  /** The question's own deadline. */
  readonly signal: AbortSignal | undefined;
}

/**
 * One POST to Chat; resolves with the body of a 200.
 * @throws {AppError} for everything else, made anew: the errors below it may hold the address, and are dropped here.
 */
export async function post(dispatcher: Dispatcher, origin: string, call: Call): Promise<string> {
  try {
    // The client's own timers, not an AbortSignal for each call: those cost as much as reading the answer.
    const { statusCode, body } = await dispatcher.request({
      origin,
      path: call.path,
      method: 'POST',
      headers: HEADERS,
      body: call.body,
      headersTimeout: call.timeoutMs,
      bodyTimeout: call.timeoutMs,
      signal: call.signal ?? null,
    });
    if (statusCode === 200) return await body.text();
    await body.dump();
    throw new AppError('upstream_status', `follow_get_info got HTTP ${statusCode}`);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (call.signal?.aborted) throw new AppError('out_of_time', 'the deadline passed during follow_get_info');
    throw translate(error, call.timeoutMs);
  }
}

const HEADERS = { 'content-type': 'application/json' };

/** Only codes are matched and kept, never messages. */
function translate(error: unknown, timeoutMs: number): unknown {
  if (error instanceof errors.ResponseExceededMaxSizeError) {
    return new AppError('upstream_garbled', `follow_get_info answered more than ${MAX_ANSWER_BYTES} bytes`);
  }
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError) {
    return new AppError('upstream_timeout', `follow_get_info: no answer in ${timeoutMs} ms`);
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof errors.ConnectTimeoutError || code === 'ETIMEDOUT') {
    return new AppError('upstream_timeout', 'follow_get_info: no connection in time');
  }
  if (typeof code === 'string') return new AppError('upstream_unreachable', `follow_get_info: ${code}`);
  return error;
}
