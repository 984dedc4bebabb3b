/** A clock that stands still until it is moved, and tells of it. */
export function createMovedClock(start: number) {
  const listeners = new Set<() => void>();
  let at = start;
  return {
    now: () => at,
    onMoved(listener: () => void): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** @param to Unix milliseconds */
    moveTo(to: number): void {
      at = to;
      for (const listener of listeners) listener();
    },
  };
}

export type MovedClock = ReturnType<typeof createMovedClock>;
