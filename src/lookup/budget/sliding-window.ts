/** How often something happened within the last `lengthMs`. Times must not go back. */
export interface SlidingWindow {
  add(at: number): void;
  count(now: number): number;
  /** When the oldest of them stops counting; `undefined` when none counts. */
  nextEnd(now: number): number | undefined;
}

/** @param lengthMs above 0 */
export function createSlidingWindow(lengthMs: number): SlidingWindow {
  // By when each stops counting, so that `nextEnd` is that very number and no sum can round past it.
  const ends: number[] = [];
  let first = 0;

  function forget(now: number): void {
    while (first < ends.length && (ends[first] as number) <= now) first += 1;
    // In blocks: shifting one by one would move the whole list each time.
    if (first > 1024) ends.splice(0, first);
    if (first > 1024) first = 0;
  }

  return {
    add(at) {
      // Here, too: some windows are only looked at after a rejection, which may never come.
      forget(at);
      ends.push(at + lengthMs);
    },
    count(now) {
      forget(now);
      return ends.length - first;
    },
    nextEnd(now) {
      forget(now);
      return ends[first];
    },
  };
}
