/** How long calls take. */
export interface CallTimes {
  /** A call has begun. @returns to be called when it is over */
  began(): () => void;
  /** How long a call takes at present, milliseconds: as those before it, or as the one that has been under way longest, if that is more. */
  expectedMs(): number;
}

/** Until one has ended: as Chat answers from another continent. */
const USUAL_MS = 100;
/** What the last call counts among all before it. */
const WEIGHT = 0.2;

/** @param now monotonic milliseconds */
export function createCallTimes(now: () => number): CallTimes {
  /** When each that is under way began; the earliest first. */
  const underWay = new Set<{ readonly at: number }>();
  let usualMs = USUAL_MS;
  return {
    began() {
      const call = { at: now() };
      underWay.add(call);
      return () => {
        underWay.delete(call);
        usualMs += WEIGHT * (now() - call.at - usualMs);
      };
    },
    expectedMs() {
      const [oldest] = underWay;
      return Math.max(1, usualMs, oldest ? now() - oldest.at : 0);
    },
  };
}
