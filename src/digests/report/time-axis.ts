import { createWallClock } from '../schedule/wall-clock.ts';
import type { Zone } from '../schedule/zone.ts';

/** Instants at even distances, and which of the posts had been made by each of them. */
export interface TimeAxis {
  /** Whether the instants are days of the digest's zone, or minutes of less than a day. */
  readonly unit: 'day' | 'minute';
  readonly instants: readonly {
    /** Unix milliseconds, within its day or minute. */
    readonly at: number;
    /** How many of the posts, from the first on, were made by the end of that day or minute; at least one. */
    readonly posts: number;
  }[];
}

/** A chart takes no more points than this. */
const MOST_POINTS = 20;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Posts that lie within this time are told apart by the time of day; a daily post may come a little early or late. */
const WITHIN_A_DAY = 20 * 60 * MINUTE;

/**
 * Lays posts out over time: from the first one's day to the last one's, as far apart as each post has a place of its own, or
 * 20 places where that would be more. Of several posts on one day only the last can be seen.
 * @param postedAt Unix milliseconds, the earliest first; at least one
 */
export function layOutTime(postedAt: readonly number[], zone: Zone): TimeAxis {
  const [first = 0] = postedAt;
  const last = postedAt.at(-1) ?? first;
  const unit = last - first < WITHIN_A_DAY ? 'minute' : 'day';
  const clock = createWallClock(zone);
  const placeOf = (at: number) => (unit === 'day' ? Math.floor(clock.show(at) / DAY) : Math.floor(at / MINUTE));
  const instantIn = (place: number) => (unit === 'day' ? clock.reach(place * DAY + DAY / 2) : place * MINUTE);

  const places = postedAt.map(placeOf);
  const instants = spread(places).map((place) => ({
    at: instantIn(place),
    posts: places.filter((one) => one <= place).length,
  }));
  return { unit, instants };
}

/** Places from the first to the last, rounded to whole ones where they can't be even. @param places ascending */
function spread(places: readonly number[]): readonly number[] {
  const [first = 0] = places;
  const length = (places.at(-1) ?? first) - first;
  if (length === 0) return [first];
  const step = places.reduce((divisor, place) => greatestDivisor(divisor, place - first), 0);
  const count = Math.min(MOST_POINTS, length / step + 1);
  return Array.from({ length: count }, (_, n) => first + Math.round((length * n) / (count - 1)));
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
