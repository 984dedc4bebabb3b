/** How often something happened within the last `lengthMs`. Times must not go back. */
export interface RecentCount {
  add(at: number): void;
  count(now: number): number;
}

export function createRecentCount(lengthMs: number): RecentCount {
  const times: number[] = [];
  let first = 0;

  function forget(now: number): void {
    while (first < times.length && (times[first] as number) <= now - lengthMs) first += 1;
    // In blocks: shifting one by one would move the whole list each time.
    if (first > 1024) times.splice(0, first);
    if (first > 1024) first = 0;
  }

  return {
    add(at) {
      // Here, too: some counts are only asked for when there is trouble, which may be never.
      forget(at);
      times.push(at);
    },
    count(now) {
      forget(now);
      return times.length - first;
    },
  };
}
