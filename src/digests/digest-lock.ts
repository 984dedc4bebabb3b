/**
 * Does pieces of work on one digest, or one watch, by its number, one after the other, so that each sees what the one before has left. In this process alone:
 * replicas don't wait for each other.
 * @returns as the work does
 */
export type WithDigestLock = <Result>(id: string, work: () => Promise<Result>) => Promise<Result>;

/** Makes a `WithDigestLock`; nothing is kept of what is over. */
export function createDigestLock(): WithDigestLock {
  const last = new Map<string, Promise<unknown>>();
  return async (id, work) => {
    const mine = (last.get(id) ?? Promise.resolve()).then(work, work);
    last.set(id, mine);
    try {
      return await mine;
    } finally {
      if (last.get(id) === mine) last.delete(id);
    }
  };
}
