import type { Zone } from './zone.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The clock on the wall of a zone. Its times are written as if they were UTC: milliseconds since 1970-01-01 00:00 there. */
export interface WallClock {
  /** What the clock shows at an instant. */
  show(instant: number): number;
  /**
   * When the clock first shows a time or a later one: the first of two when clocks go back, the first instant after the
   * gap when they go forward.
   */
  reach(wallTime: number): number;
}

/**
 * croner's own zones can't be used for this: it leaves out times whose gap ends at midnight (America/Nuuk, 23:00 to 24:00).
 */
export function createWallClock(zone: Zone): WallClock {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

  function show(instant: number): number {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day, hour, minute, second } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  }

  function reach(wallTime: number): number {
    // No zone changes its clocks twice within two days, so one of these offsets is the one that holds.
    const early = wallTime - (show(wallTime - DAY) - (wallTime - DAY));
    const late = wallTime - (show(wallTime + DAY) - (wallTime + DAY));
    const found = [early, late].toSorted((a, b) => a - b).find((instant) => show(instant) === wallTime);
    return found ?? changeBetween(Math.min(early, late), Math.max(early, late), wallTime);
  }

  /** The end of the gap that leaves a time out, to the minute. */
  function changeBetween(before: number, after: number, wallTime: number): number {
    if (after - before <= MINUTE) return after;
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
    return show(middle) < wallTime ? changeBetween(middle, after, wallTime) : changeBetween(before, middle, wallTime);
  }

  return { show, reach };
}
