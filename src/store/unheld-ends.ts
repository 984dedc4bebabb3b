import type { OnUnheldEnds, UnheldEnd } from '../digests/delivery/run-rules.ts';

/** Tells listeners in this process of runs that ended in nobody's hands. */
export interface UnheldEnds {
  /** Calls all listeners, unless there is nothing to tell; called once the end is committed. */
  readonly tell: (ends: readonly UnheldEnd[]) => void;
  readonly on: OnUnheldEnds;
}

/** Of digests or of watches: each has its own. */
export function createUnheldEnds(): UnheldEnds {
  const listeners = new Set<(ends: readonly UnheldEnd[]) => void>();
  return {
    tell(ends) {
      if (ends.length > 0) for (const listener of listeners) listener(ends);
    },
    on(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
