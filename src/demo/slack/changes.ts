/** The order in which whatever a person may see changed, over messages, views and channels. */
export interface Changes {
  /** The place of the latest change; comparable over all kinds. */
  mark(): number;
  /** Counts one more change and calls all listeners right away, before anything else can change. */
  announce(): void;
  /** Returns the function that stops it. */
  onChange(listener: () => void): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<() => void>();
  let count = 0;
  return {
    mark: () => count,
    announce: () => {
      count += 1;
      for (const listener of [...listeners]) listener();
    },
    onChange: (listener) => {
      // Wrapped, so that the same function given twice is called twice and stopped one at a time.
      const own = (): void => listener();
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}
