import { withDeadline } from '../../deadline.ts';

/** How an answer waits for what it can do without. */
export interface SpareReadOptions {
  /** Without the store's answer after so long the person gets theirs without it, milliseconds. */
  readonly timeLimitMs: number;
  /** Takes why there is none, when the store failed or took too long. */
  readonly onError: (error: unknown) => void;
}

/** Waits for a read of the store that an answer can do without. Never rejects: an empty map when it failed or took too long. */
export async function spareRead<Key, Value>(
  read: Promise<ReadonlyMap<Key, Value>>,
  { timeLimitMs: ms, onError }: SpareReadOptions,
): Promise<ReadonlyMap<Key, Value>> {
  try {
    return await withDeadline(read, { ms }, () => {
      throw new Error(`no answer of the store within ${ms} ms`);
    });
  } catch (error) {
    onError(error);
    return new Map();
  }
}
