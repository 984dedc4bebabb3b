/**
 * Slack's timestamp ids, `1700000000.000100`: seconds and microseconds of the clock. Each is greater than the one
 * before, also when the clock (Unix milliseconds) stands still or goes back.
 */
export function createTimestamps(now: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(Math.floor(now()) * 1000, last + 1);
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
  };
}

/** When a timestamp id says that it was, Unix milliseconds. */
export function momentOf(ts: string): number {
  return Math.round(Number(ts) * 1e6) / 1000;
}
