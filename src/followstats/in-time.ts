import { AppError } from '../errors.ts';

/**
 * Waits for work until its signal aborts. The work itself goes on, and what becomes of it is nobody's any more.
 * @throws {AppError} `out_of_time` when the signal aborts first; else what the work throws
 */
export async function inTime<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const { promise: end, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(new AppError('out_of_time', 'the deadline passed first'));
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort);
  try {
    return await Promise.race([work, end]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
