import type { Message } from '../../../src/demo/slack/types.ts';
import { createWallClock, type WallClock } from '../../../src/digests/schedule/wall-clock.ts';
import type { Zone } from '../../../src/digests/schedule/zone.ts';
import { DAY, MINUTE, SECOND } from '../faults/fault.ts';
import { PEOPLE } from '../people/cast.ts';

/** A time, both ends included, Unix milliseconds. */
export type Span = readonly [from: number, to: number];

/** Clocks differ by less. */
export const UNSURE_MS = MINUTE;
/** A message may come so long after it was written, so that “today” in it was yesterday. */
const UNDER_WAY_MS = 10 * MINUTE;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** How a person reads whose zone Slack didn't say. */
const USUAL_ZONE = 'UTC';

const WORDS =
  /^(?:(today|yesterday|[A-Z][a-z]+day|[A-Z][a-z]{2} \d{1,2}(?:, \d{4})?),? ?)?(\d\d):?(\d\d)?(?::(\d\d))?$/;
const DAY_ALONE = /^(today|yesterday|[A-Z][a-z]+day|[A-Z][a-z]{2} \d{1,2}(?:, \d{4})?)$/;
/** An answer that couldn't be refreshed, or not yet, says from when its numbers are; a shared one from when those are that it had. */
export const KEPT =
  /^(?:(?:Couldn’t refresh(?: \(\w+\))?|Still asking Chat)\. These are from (.*)\.|Shared by \S+ · as of (<!date[^>]*>).*)$/m;
const BY_SLACK = /^<!date\^(\d+)\^/;

/**
 * The times that the words of a message may stand for, of which one has to be the right one: `13:40`, `Sunday 23:00`, `today
 * 13:40`, `Monday`, `Nov 23`, `Nov 23, 2025, 13:40`, and Slack's own. None where they can't be read.
 * @param now when it came, Unix milliseconds
 */
export function momentsOf(words: string, { visibleTo }: Pick<Message, 'visibleTo'>, now: number): readonly Span[] {
  const [, seconds] = BY_SLACK.exec(words) ?? [];
  if (seconds !== undefined) return [[Number(seconds) * SECOND, Number(seconds) * SECOND + SECOND]];
  const read = readWords(words);
  if (!read) return [];
  return zonesFor(visibleTo).flatMap((zone) =>
    [now + UNSURE_MS, now - UNDER_WAY_MS].flatMap((at) => spansIn(clockOf(zone), read, at)),
  );
}

interface Words {
  readonly day: string | undefined;
  /** Milliseconds from midnight on the wall, and how exactly it is said. */
  readonly time: { readonly ms: number; readonly exactMs: number } | undefined;
}

function readWords(words: string): Words | undefined {
  const [alone] = DAY_ALONE.exec(words) ?? [];
  if (alone !== undefined) return { day: alone, time: undefined };
  const [whole, day, hours, minutes, seconds] = WORDS.exec(words) ?? [];
  if (whole === undefined || minutes === undefined) return undefined;
  const ms = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds ?? 0) * SECOND;
  return { day, time: { ms, exactMs: seconds === undefined ? MINUTE : SECOND } };
}

/** @param at no moment that is meant comes after it */
function spansIn(clock: WallClock, { day, time }: Words, at: number): readonly Span[] {
  const shown = clock.show(at);
  const today = Math.floor(shown / DAY) * DAY;
  const midnight = midnightOf(day, today, time === undefined || today + time.ms <= shown);
  if (!time) return [[clock.reach(midnight), clock.reach(midnight + DAY)]];
  const from = clock.reach(midnight + time.ms);
  // Where clocks go back there are two such times.
  const twice = [from, from + 30 * MINUTE, from + 60 * MINUTE].filter((one) => clock.show(one) === clock.show(from));
  return twice.map((one) => [one, one + time.exactMs]);
}

/** On the wall. @param isPast whether the time of day that goes with it has passed today */
function midnightOf(day: string | undefined, today: number, isPast: boolean): number {
  if (day === undefined) return isPast ? today : today - DAY;
  if (day === 'today') return today;
  if (day === 'yesterday') return today - DAY;
  const weekday = WEEKDAYS.indexOf(day);
  if (weekday >= 0) return today - ((new Date(today).getUTCDay() - weekday + 7) % 7) * DAY;
  const year = new Date(today).getUTCFullYear();
  return Date.parse(`${day.includes(',') ? day : `${day}, ${year}`} UTC`);
}

/** A private answer is in its reader's zone; in direct messages it isn't said here whose they are. */
function zonesFor(personId: string | undefined): readonly string[] {
  const readers = PEOPLE.filter(({ id }) => personId === undefined || id === personId);
  return [...new Set([...readers.map(({ timeZone }) => timeZone), USUAL_ZONE])];
}

/** Making one takes longer than reading with it. */
const clocks = new Map<string, WallClock>();

function clockOf(zone: string): WallClock {
  const clock = clocks.get(zone) ?? createWallClock(zone as Zone);
  clocks.set(zone, clock);
  return clock;
}
