interface Watched {
  readonly dueAt: number;
  readonly onLate: () => void;
  isOver: boolean;
}

/** Tells of what isn't over in time. One timer serves all, since nearly everything is over long before. */
export interface LateWatch {
  /**
   * @param lateMs milliseconds from now; times of a kind, or a shorter one is told with the longer one before it
   * @returns to be called when it is over
   */
  watch(lateMs: number, onLate: () => void): () => void;
}

/** @param now monotonic milliseconds */
export function createLateWatch(now: () => number): LateWatch {
  const watched: Watched[] = [];
  let isArmed = false;

  function arm(first: Watched): void {
    isArmed = true;
    setTimeout(look, Math.max(1, Math.ceil(first.dueAt - now())));
  }

  function look(): void {
    const at = now();
    for (let first = watched[0]; first && (first.isOver || first.dueAt <= at); first = watched[0]) {
      watched.shift();
      if (!first.isOver) first.onLate();
    }
    // Only now: what is watched from within `onLate` stands behind what is here.
    isArmed = false;
    if (watched[0]) arm(watched[0]);
  }

  return {
    watch(lateMs, onLate) {
      const one: Watched = { dueAt: now() + lateMs, onLate, isOver: false };
      watched.push(one);
      if (!isArmed) arm(one);
      return () => {
        one.isOver = true;
      };
    },
  };
}
