import { AppError } from './errors.ts';

/** When work is no longer waited for: after so many milliseconds, or when the signal aborts. */
export type Deadline = { readonly ms: number } | { readonly signal: AbortSignal };

/**
 * Waits for work until its deadline. The work itself is not stopped; what it comes to afterwards is ignored, its rejection too.
 * @param onLate gives what is returned, or throws, once the deadline has passed; by default `AppError` `out_of_time` is thrown
 * @returns what the work resolves to, or what `onLate` returns
 * @throws what the work rejects with
 */
export async function withDeadline<Result, Late = never>(
  work: Promise<Result>,
  deadline: Deadline,
  onLate: () => Late = throwOutOfTime,
): Promise<Result | Late> {
  const { promise: end, resolve } = Promise.withResolvers<typeof LATE>();
  const onAbort = () => resolve(LATE);
  const timer = 'ms' in deadline ? setTimeout(onAbort, deadline.ms) : undefined;
  const signal = 'signal' in deadline ? deadline.signal : undefined;
  if (signal?.aborted) onAbort();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const first = await Promise.race([work, end]);
    return first === LATE ? onLate() : first;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

const LATE = Symbol('late');

function throwOutOfTime(): never {
  throw new AppError('out_of_time', 'the deadline passed first');
}
