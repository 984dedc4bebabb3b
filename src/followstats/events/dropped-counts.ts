import type { ChangedCounts } from './ports.ts';

/** Passes on whose counts must not be taken from memory any more. */
export interface DroppedCounts {
  /** Calls all listeners. */
  drop(accounts: ChangedCounts): void;
  /** Calls the listener for as long as the process lives. */
  on(listener: (accounts: ChangedCounts) => void): void;
}

/** Makes a `DroppedCounts` without listeners. */
export function createDroppedCounts(): DroppedCounts {
  const listeners: ((accounts: ChangedCounts) => void)[] = [];
  return {
    drop(accounts) {
      for (const listener of listeners) listener(accounts);
    },
    on: (listener) => void listeners.push(listener),
  };
}
