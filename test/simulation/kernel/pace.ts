/** How much happens in a world, in the same time. */
export interface Pace {
  /** The least and the longest pause in this world, of those that are usual for something. */
  pauses(usual: readonly [number, number]): readonly [number, number];
  /** Whether as much happens as can. */
  readonly isHectic: boolean;
  /** How many digests there are at most. */
  readonly digests: number;
  /** How many watches there are at most. */
  readonly watches: number;
  /** From one look at a watch to the next, where no event asks for one sooner, milliseconds. */
  readonly watchPollMs: number;
  /** From one slot of a digest to the next, where it has several a day. */
  readonly slotHours: readonly number[];
}

const HOUR_MS = 3_600_000;
/** In the real app a minute: so long after the last signal a planner looks again. Years would be spent on looking. */
export const IDLE_WAIT_MS = 6 * HOUR_MS;

/** Every so many seeds one is busy; half-way between two of them one is hectic. */
export const BUSY_EVERY = 32;

/**
 * Most worlds are quiet, as most workspaces are, so that years of them can be afforded; some are busy or hectic, so that much
 * meets at one moment. The shortest pauses are the same in all.
 */
export function paceOf(seed: number): Pace {
  const isHectic = seed % BUSY_EVERY === BUSY_EVERY / 2;
  const isBusy = isHectic || seed % BUSY_EVERY === 0;
  const slowness = isHectic ? 0.2 : isBusy ? 0.6 : 16;
  return {
    isHectic,
    pauses: ([least, most]) => [least, Math.max(least, most * slowness)],
    digests: isBusy ? 8 : 1,
    watches: isBusy ? 3 : 1,
    // In the real app a quarter of an hour.
    watchPollMs: isBusy ? 2 * HOUR_MS : IDLE_WAIT_MS,
    slotHours: isBusy ? [1, 2, 3] : [6, 8],
  };
}
