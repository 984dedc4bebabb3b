import { type Dispatcher, errors } from 'undici';
import { AppError } from '../errors.ts';

/**
 * The largest answer that is read: 1,000 items with whole profiles (UserID, nickname, picture and signature) are some 2 MB; what is
 * far larger doesn't come from Chat. Enforced by the pool (`maxResponseSize`).
 */
export const MAX_ANSWER_BYTES = 4 * 1_048_576;

interface Request {
  /** The command's name, for errors. */
  readonly name: string;
  readonly origin: string;
  /** Path and query. Holds the signature: it must not reach an error or a log. */
  readonly path: string;
  /** JSON. */
  readonly body: string;
  /** For this attempt, milliseconds: until the answer begins, and again from there until it has ended. */
  readonly timeoutMs: number;
  /** Called with the `Date` header of a 200. */
  readonly onDate?: ((date: string) => void) | undefined;
  /** Called with the HTTP status, whatever comes of the rest. */
  readonly onStatus?: ((status: number) => void) | undefined;
}

/**
 * Makes one POST to Chat.
 * @returns the body of a 200
 * @throws {AppError} `upstream_unreachable`, `upstream_timeout`, `upstream_status` (any status but 200) or
 *   `upstream_garbled` (too large). Each is a new error without a cause: the errors below may hold the address.
 */
export async function post(dispatcher: Dispatcher, request: Request): Promise<string> {
  const { name, origin, path, body, timeoutMs, onDate, onStatus } = request;
  try {
    const response = await dispatcher.request({
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, origin, path, body },
      ...{ headersTimeout: timeoutMs, bodyTimeout: timeoutMs },
    });
    onStatus?.(response.statusCode);
    // `bodyTimeout` begins anew with every part: an answer that trickles would hold its permit for ever.
    const limit = setTimeout(() => response.body.destroy(new errors.BodyTimeoutError()), timeoutMs);
    // Of other statuses too: a connection is kept only when the answer was read to its end.
    const text = await response.body.text().finally(() => clearTimeout(limit));
    if (response.statusCode === 200) {
      const { date } = response.headers;
      if (typeof date === 'string') onDate?.(date);
      return text;
    }
    throw new AppError('upstream_status', `${name} got HTTP ${response.statusCode}`);
  } catch (error) {
    throw translate(error, request);
  }
}

/** Only codes are matched and kept, never messages. */
function translate(error: unknown, { name, timeoutMs }: Request): unknown {
  if (error instanceof AppError) return error;
  if (error instanceof errors.ResponseExceededMaxSizeError) {
    return new AppError('upstream_garbled', `${name} answered more than ${MAX_ANSWER_BYTES} bytes`);
  }
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError) {
    return new AppError('upstream_timeout', `${name}: no answer in ${timeoutMs} ms`);
  }
  // Nothing here aborts a call; undici ends it so when a proxy's answer to CONNECT isn't 200.
  if (error instanceof errors.RequestAbortedError) {
    return new AppError('upstream_unreachable', `${name}: the proxy refused the connection`);
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof errors.ConnectTimeoutError || code === 'ETIMEDOUT') {
    return new AppError('upstream_timeout', `${name}: no connection in time`);
  }
  if (typeof code === 'string') return new AppError('upstream_unreachable', `${name}: ${code}`);
  return error;
}
