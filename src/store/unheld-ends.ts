import type { OnUnheldEnds, UnheldEnd } from '../digests/delivery/run-rules.ts';

/** Tells listeners in this process of runs that ended without a holder. */
export interface UnheldEnds {
  /** Calls all listeners, unless there are none; to be called after the commit. */
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
