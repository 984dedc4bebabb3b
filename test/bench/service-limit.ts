/** How the service counts calls; Tencent says "200 calls/s" and not which of these it means. */
export interface ServiceLimit {
  readonly shape: 'none' | 'sliding' | 'calendar' | 'bucket';
  readonly callsPerSecond: number;
  /** Of a bucket: calls that may come at once. */
  readonly capacity?: number;
}

/**
 * Says of each call whether the service takes it; a rejected one doesn't count.
 * @param startedAt where the calendar's seconds begin, milliseconds of the same clock as `at`
 */
export function createServiceLimit(limit: ServiceLimit, startedAt: number): (at: number) => boolean {
  const { shape, callsPerSecond } = limit;
  if (shape === 'sliding') return createSliding(callsPerSecond);
  if (shape === 'calendar') return createCalendar(callsPerSecond, startedAt);
  if (shape === 'bucket') return createBucket(callsPerSecond, limit.capacity ?? callsPerSecond, startedAt);
  return () => true;
}

function createSliding(callsPerSecond: number): (at: number) => boolean {
  // A ring: the call `callsPerSecond` takings ago must be at least a second old.
  const taken = new Array<number>(callsPerSecond).fill(Number.NEGATIVE_INFINITY);
  let next = 0;
  return (at) => {
    if ((taken[next] as number) > at - 1000) return false;
    taken[next] = at;
    next = (next + 1) % callsPerSecond;
    return true;
  };
}

function createCalendar(callsPerSecond: number, startedAt: number): (at: number) => boolean {
  let second = -1;
  let taken = 0;
  return (at) => {
    const present = Math.floor((at - startedAt) / 1000);
    if (present !== second) taken = 0;
    second = present;
    if (taken >= callsPerSecond) return false;
    taken += 1;
    return true;
  };
}

function createBucket(callsPerSecond: number, capacity: number, startedAt: number): (at: number) => boolean {
  let level = capacity;
  let filledAt = startedAt;
  return (at) => {
    level = Math.min(capacity, level + ((at - filledAt) * callsPerSecond) / 1000);
    filledAt = at;
    if (level < 1) return false;
    level -= 1;
    return true;
  };
}
