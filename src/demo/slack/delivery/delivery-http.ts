import { type Acknowledgement, unacknowledged } from './delivery.ts';
import { type HttpBody, signedHeaders } from './http-body.ts';

interface Signing {
  readonly secret: string;
  /** Signs as if this many seconds later. */
  readonly skewSeconds?: number;
}

interface Options {
  readonly timeoutMs: number;
  /** Ends whatever is still on its way. */
  readonly closing: AbortSignal;
}

/** A signed request to the app. */
export type PostSigned = (url: string, body: HttpBody, signing: Signing) => Promise<Acknowledgement>;

/** Any outcome but a 200 within `timeoutMs`, a redirect too, resolves with the error `dispatch_failed` or `operation_timeout`. */
export function createPostSigned({ timeoutMs, closing }: Options): PostSigned {
  return async (url, requestBody, { secret, skewSeconds = 0 }) => {
    // Not the workspace's clock: receivers compare with their own, and a test that moves the one can't move the other.
    const timestamp = Math.floor(Date.now() / 1000) + skewSeconds;
    const startedAt = performance.now();
    const elapsed = (): number => performance.now() - startedAt;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([timeout, closing]),
        headers: signedHeaders(requestBody, { secret, timestamp }),
        body: requestBody.text,
      });
      const body = await response.text();
      return {
        status: response.status,
        body,
        isJson: response.headers.get('content-type')?.startsWith('application/json') ?? false,
        ackMs: elapsed(),
        error: response.status === 200 ? undefined : 'dispatch_failed',
      };
    } catch {
      // Whatever broke the request (no connection, a reset, no HTTP), Slack shows one of these two errors.
      return unacknowledged(timeout.aborted ? 'operation_timeout' : 'dispatch_failed', elapsed());
    }
  };
}
