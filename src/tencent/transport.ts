import { type Dispatcher, errors } from 'undici';
import { AppError } from '../errors.ts';

/** Twenty items are about 4 kB; what is far larger is no answer of Chat's. Enforced by the pool (`maxResponseSize`). */
export const MAX_ANSWER_BYTES = 1_048_576;

interface Call {
  /** Path and query. Holds the signature: it must not reach an error or a log. */
  readonly path: string;
  readonly body: string;
  /** For this attempt, milliseconds, from sending to the answer's last byte. */
  readonly timeoutMs: number;
  /** The question's own deadline. */
  readonly signal: AbortSignal | undefined;
}

/**
 * One POST to Chat; resolves with the body of a 200.
 * @throws {AppError} for everything else, made anew: the errors below it may hold the address, and are dropped here.
 */
export async function post(dispatcher: Dispatcher, origin: string, call: Call): Promise<string> {
  const attempt = AbortSignal.timeout(call.timeoutMs);
  try {
    const { statusCode, body } = await dispatcher.request({
      origin,
      path: call.path,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: call.body,
      signal: call.signal ? AbortSignal.any([attempt, call.signal]) : attempt,
    });
    if (statusCode === 200) return await body.text();
    await body.dump();
    throw new AppError('upstream_status', `follow_get_info got HTTP ${statusCode}`);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (call.signal?.aborted) throw new AppError('out_of_time', 'the deadline passed during follow_get_info');
    if (attempt.aborted) throw new AppError('upstream_timeout', `follow_get_info: no answer in ${call.timeoutMs} ms`);
    throw translate(error);
  }
}

/** Only codes are matched and kept, never messages. */
function translate(error: unknown): unknown {
  if (error instanceof errors.ResponseExceededMaxSizeError) {
    return new AppError('upstream_garbled', `follow_get_info answered more than ${MAX_ANSWER_BYTES} bytes`);
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof errors.ConnectTimeoutError || code === 'ETIMEDOUT') {
    return new AppError('upstream_timeout', 'follow_get_info: no connection in time');
  }
  if (typeof code === 'string') return new AppError('upstream_unreachable', `follow_get_info: ${code}`);
  return error;
}
