import { nextTurn, systemTimers, type Timers } from '../timers.ts';

interface Options {
  /** Whether anything waits to be written. */
  readonly isWaiting: () => boolean;
  /** Takes what waits, or as much of it as one write takes, and writes it. Never rejects. */
  readonly write: () => Promise<void>;
  /** How long after one write the next waits, milliseconds, of how long that one took. */
  readonly gapMs: (tookMs: number) => number;
  readonly sleep?: Timers['sleep'];
  /** Monotonic milliseconds. */
  readonly now?: () => number;
}

/** Writes that come one after the other, with time between them, so that what comes in between shares one. */
export interface GatheredWrites {
  /** To be called once something waits: it is written after the present turn of input and output, and the gap. Returns at once. */
  begin(): void;
  /** Resolves when nothing waits any more; it is gathered no longer until then. Never rejects. */
  settled(): Promise<void>;
}

/** The gap behind a write that no person waits for, milliseconds: its sync takes some, at most a fiftieth of the app's thread. */
export const GATHERED_MS = 250;

/** The least gap behind a write that a person waits for, milliseconds: too short to be noticed, and few syncs even under load. */
const AWAITED_MS = 20;
/** And the longest. */
const LONGEST_AWAITED_MS = 100;

/**
 * The gap behind a write that a person waits for: while writes come all the time, a store on the app's thread takes at most an eighth
 * of it, as long as a write takes no more than 14 ms, and at most fifty syncs a second.
 * @param leastMs however quick the store is, milliseconds
 */
export const awaitedGap =
  (leastMs = AWAITED_MS) =>
  (tookMs: number): number =>
    Math.min(LONGEST_AWAITED_MS, Math.max(leastMs, 7 * tookMs));

/**
 * Gathers writes: on the embedded store each has a sync to the disk, which holds up the app's thread. The first doesn't wait, nor
 * one that comes long after the last. What waits is kept by the caller, who knows what may be left out or put together.
 */
export function createGatheredWrites(options: Options): GatheredWrites {
  const { isWaiting, write, gapMs, sleep = systemTimers.sleep, now = () => performance.now() } = options;
  let hurry = new AbortController();
  let writing: Promise<void> | undefined;
  let readyAt = Number.NEGATIVE_INFINITY;

  async function writeAll(): Promise<void> {
    while (isWaiting()) {
      // The embedded store works on this thread: answers go out first, and requests are acknowledged in between.
      await nextTurn();
      const waitMs = readyAt - now();
      if (waitMs > 0 && !hurry.signal.aborted) await sleep(waitMs, hurry.signal).catch(() => undefined);
      const beganAt = now();
      await write();
      const endedAt = now();
      readyAt = endedAt + gapMs(endedAt - beganAt);
    }
    // In the moment that it looks for more for the last time: what comes next begins anew.
    writing = undefined;
  }

  return {
    begin() {
      if (isWaiting()) writing ??= writeAll();
    },
    async settled() {
      hurry.abort();
      await writing;
      hurry = new AbortController();
    },
  };
}
