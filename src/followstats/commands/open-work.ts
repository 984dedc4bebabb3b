/** What is under way, also where its starter no longer waits for it: it must end before the store is closed. */
export interface OpenWork {
  /** Counts work as under way until it ends. @returns the same work */
  track<Result>(work: Promise<Result>): Promise<Result>;
  /** @returns the function, each of whose calls is tracked */
  tracked<Args extends readonly unknown[], Result>(
    start: (...args: Args) => Promise<Result>,
  ): (...args: Args) => Promise<Result>;
  /** Resolves when nothing is under way any more, what begins meanwhile included. Never rejects. */
  settled(): Promise<void>;
}

/** Makes an account of work in which nothing is under way yet. */
export function createOpenWork(): OpenWork {
  const open = new Set<Promise<unknown>>();

  function track<Result>(work: Promise<Result>): Promise<Result> {
    const ended = () => open.delete(work);
    open.add(work);
    work.then(ended, ended);
    return work;
  }

  return {
    track,
    tracked:
      (start) =>
      (...args) =>
        track(start(...args)),
    async settled() {
      while (open.size > 0) await Promise.allSettled(open);
    },
  };
}
