/** One body's part of the budget. */
export interface BodyShare {
  /**
   * Sets how many bytes the body holds now.
   * @returns whether the body may be read on; `false` when it was dropped to make room
   */
  resize(bytes: number): boolean;
  /** Frees the bytes in the budget. Safe to call twice. */
  close(): void;
}

/** The bytes of all bodies that are being read at one moment. */
export interface BodyBudget {
  /** @param giveWay called at most once, when the body must be dropped because others need the room */
  open(giveWay: () => void): BodyShare;
}

/**
 * Bounds what bodies hold in memory together. Beyond the limit the largest gives way, the oldest of equals, and not the one
 * that comes last: Slack's bodies are small and read within milliseconds, so that bodies that are only held can't keep them out.
 */
export function createBodyBudget(maxBytes: number): BodyBudget {
  const sizes = new Map<() => void, number>();
  let total = 0;

  function drop(giveWay: () => void): void {
    total -= sizes.get(giveWay) ?? 0;
    sizes.delete(giveWay);
  }

  function largest(): () => void {
    const [first, ...others] = sizes;
    if (!first) throw new Error('an empty budget is never exceeded');
    return others.reduce((most, share) => (share[1] > most[1] ? share : most), first)[0];
  }

  return {
    open(onGiveWay) {
      // A function of its own, so that the same callback may be given twice.
      const giveWay = () => onGiveWay();
      return {
        resize(bytes) {
          total += bytes - (sizes.get(giveWay) ?? 0);
          sizes.set(giveWay, bytes);
          while (total > maxBytes) {
            const dropped = largest();
            drop(dropped);
            dropped();
          }
          return sizes.has(giveWay);
        },
        close: () => drop(giveWay),
      };
    },
  };
}
