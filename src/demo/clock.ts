/** The demo's own time: it runs as the machine's does, and can be moved forward, but not back. */
export interface DemoClock {
  /** Unix milliseconds. */
  now(): number;
  /** How far it is ahead of the machine's, milliseconds; negative while it is behind. */
  aheadMs(): number;
  /**
   * Resolves when everybody who goes by it knows. Moves made at once come one after the other. Rejects with RangeError when
   * `byMs` is negative, and then doesn't move; with what a listener rejects.
   */
  move(byMs: number): Promise<void>;
  /** Called with `aheadMs` after each move, in the order registered; the move waits for it. */
  onMove(listener: (aheadMs: number) => Promise<void>): void;
}

/**
 * @param machine Unix milliseconds
 * @param startsAheadMs how far it is ahead at first, milliseconds; negative for a past that is to be lived through
 */
export function createDemoClock(machine: () => number = Date.now, startsAheadMs = 0): DemoClock {
  const listeners: ((aheadMs: number) => Promise<void>)[] = [];
  let aheadMs = startsAheadMs;
  let moving = Promise.resolve();

  async function tell(byMs: number): Promise<void> {
    if (!(byMs >= 0)) throw new RangeError(`The clock can't be moved by ${byMs} ms`);
    aheadMs += byMs;
    for (const listener of listeners) await listener(aheadMs);
  }

  return {
    now: () => machine() + aheadMs,
    aheadMs: () => aheadMs,
    move(byMs) {
      const moved = moving.then(() => tell(byMs));
      moving = moved.catch(() => {});
      return moved;
    },
    onMove: (listener) => {
      listeners.push(listener);
    },
  };
}
