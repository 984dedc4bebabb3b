import { createRecentCount } from './sliding-window.ts';

/**
 * How many calls Chat may have counted in its last second, seen from here. Chat counts arrivals by its own clock, and
 * an arrival lies somewhere between sending and answer; so a call counts from its sending until one window after its
 * answer, and no sliding second of Chat's can hold more of them than this does.
 */
export interface RateWindow {
  /** How many calls Chat may count at this instant. */
  used(now: number): number;
  sent(): void;
  /** A call taken for sent was never made. */
  unsent(): void;
  /** @param now milliseconds of the answer, or of giving up waiting for one */
  answered(now: number): void;
  /** When the next call stops being counted; `undefined` while only unanswered ones are. */
  nextFreeAt(now: number): number | undefined;
}

/** @param lengthMs of the window */
export function createRateWindow(lengthMs: number): RateWindow {
  const answered = createRecentCount(lengthMs);
  let unanswered = 0;

  return {
    used: (now) => unanswered + answered.count(now),
    sent() {
      unanswered += 1;
    },
    unsent() {
      unanswered -= 1;
    },
    answered(now) {
      unanswered -= 1;
      answered.add(now);
    },
    nextFreeAt: answered.nextEnd,
  };
}
