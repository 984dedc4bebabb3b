import type { IncomingMessage } from 'node:http';
import { freeBytes } from '../free-bytes.ts';
import type { BodyBudget } from './body-budget.ts';

/** What came of reading a body. */
export type ReadBody =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  /** It is longer than allowed, or says so. */
  | { readonly kind: 'too-large' }
  /** It came in so many pieces that taking them costs more than its bytes. */
  | { readonly kind: 'in-pieces' }
  /** It was dropped because all bodies together took too much. */
  | { readonly kind: 'no-room' }
  /** The client went away, or was too slow. */
  | { readonly kind: 'cut-off' };

/** Three times the TCP segments of 1 MiB. A client can send that in a million chunks, and Node calls back for each. */
const MOST_PIECES = 2000;

/** Whether a request announces a body, however short. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * Reads a request's body into one buffer; what is left unread is the caller's to deal with. The bytes are copied as they come:
 * kept apart, each of a million chunks of one byte would cost a hundred.
 * Never rejects.
 */
export function readBody(request: IncomingMessage, limitBytes: number, budget: BodyBudget): Promise<ReadBody> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return Promise.resolve({ kind: 'too-large' });
  const { promise, resolve } = Promise.withResolvers<ReadBody>();
  let buffer: Buffer = Buffer.alloc(0);
  let length = 0;
  let pieces = 0;
  const share = budget.open(() => finish({ kind: 'no-room' }));

  function finish(outcome: ReadBody): void {
    request.off('data', take);
    share.close();
    if (outcome.kind !== 'whole') freeBytes(buffer);
    buffer = Buffer.alloc(0);
    resolve(outcome);
  }

  function copy(chunk: Buffer): void {
    pieces += 1;
    if (pieces > MOST_PIECES) {
      finish({ kind: 'in-pieces' });
      return;
    }
    const needed = length + chunk.length;
    if (needed > limitBytes) {
      finish({ kind: 'too-large' });
      return;
    }
    if (needed > buffer.length) {
      const size = Math.max(needed, Math.min(2 * buffer.length, limitBytes));
      if (!share.resize(size)) return;
      const larger = Buffer.allocUnsafeSlow(size);
      buffer.copy(larger, 0, 0, length);
      freeBytes(buffer);
      buffer = larger;
    }
    chunk.copy(buffer, length);
    length = needed;
  }

  function take(chunk: Buffer): void {
    copy(chunk);
    freeBytes(chunk);
  }

  request
    .on('data', take)
    .once('end', () => finish({ kind: 'whole', bytes: buffer.subarray(0, length) }))
    .once('close', () => finish({ kind: 'cut-off' }))
    .on('error', () => finish({ kind: 'cut-off' }));
  return promise;
}
