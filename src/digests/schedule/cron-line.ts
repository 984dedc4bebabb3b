import { Cron } from 'croner';

/** The five fields of a cron line, in their order. */
export const CRON_FIELDS = ['minute', 'hour', 'day of the month', 'month', 'weekday'] as const;
/** One of `CRON_FIELDS`. */
export type CronField = (typeof CRON_FIELDS)[number];

/** Five fields (minute hour day month weekday) with one space between; checked by `readCronLine`. */
export type CronLine = string & { readonly __brand: 'CronLine' };

/** A digest costs people's attention and Chat's budget: no two slots are closer by the clock on the wall. */
export const LEAST_MINUTES_BETWEEN = 15;

/** The longest text that is read as a cron line, in UTF-16 units. */
export const MOST_CRON = 100;

/** A fault of a cron line. `text`: what was typed, untrusted. */
export type CronFault =
  | { readonly kind: 'cron-too-long' }
  | { readonly kind: 'field-count'; readonly count: number }
  | { readonly kind: 'bad-field'; readonly field: CronField; readonly text: string }
  | { readonly kind: 'too-often'; readonly everyMinutes: number }
  /** Right by its form, but no day is like that: the 30th of February. */
  | { readonly kind: 'never' };

/** Days that are looked at for two in a row: rare ones, like 29 February on a Monday, come up within them. */
const DAYS_LOOKED_AT = 400;
const DAY_MS = 86_400_000;
const ANY_START = new Date('2026-01-01T00:00:00Z');

/**
 * Reads a cron line of five fields. The day fields may hold names (`MON`) and croner's `L`, `W` and `#`. Looks at the line's
 * first day alone, and at 400 where a day's last time and the next day's first may be too close.
 */
export function readCronLine(text: string): { readonly line: CronLine } | { readonly fault: CronFault } {
  if (text.length > MOST_CRON) return { fault: { kind: 'cron-too-long' } };
  const typed = text.trim();
  const fields = typed === '' ? [] : typed.toUpperCase().split(/\s+/u);
  if (fields.length !== CRON_FIELDS.length) return { fault: { kind: 'field-count', count: fields.length } };

  const bad = fields.findIndex((field, n) => !isRight(field, n));
  if (bad >= 0) {
    return { fault: { kind: 'bad-field', field: CRON_FIELDS[bad] as CronField, text: fields[bad] as string } };
  }
  const line = fields.join(' ') as CronLine;
  if (!createDays(line).nextRun(ANY_START)) return { fault: { kind: 'never' } };
  const everyMinutes = leastMinutesBetween(line);
  if (everyMinutes < LEAST_MINUTES_BETWEEN) return { fault: { kind: 'too-often', everyMinutes } };
  return { line };
}

function isRight(field: string, n: number): boolean {
  if (n === 0) return readClockField(field, 60) !== undefined;
  if (n === 1) return readClockField(field, 24) !== undefined;
  try {
    new Cron(`0 0 ${[2, 3, 4].map((place) => (place === n ? field : '*')).join(' ')}`, { mode: '5-part' });
    return true;
  } catch {
    return false;
  }
}

/** The line's minutes and hours in full, and its day fields as they are. */
function spellOut(line: CronLine) {
  const [minute = '', hour = '', ...days] = line.split(' ');
  return {
    minutes: readClockField(minute, 60) ?? [],
    hours: readClockField(hour, 24) ?? [],
    days: days.join(' '),
  };
}

/** Runs at midnight of each day that the line's day fields name. */
function createDays(line: CronLine): Cron {
  // An offset, not the zone UTC: croner asks `Intl` about zones, which takes several times as long.
  return new Cron(`0 0 ${spellOut(line).days}`, { mode: '5-part', utcOffset: 0 });
}

function leastMinutesBetween(line: CronLine): number {
  const { minutes, hours } = spellOut(line);
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
  const inOneDay = Math.min(...times.slice(1).map((time, n) => time - (times[n] ?? 0)), Number.POSITIVE_INFINITY);
  const overMidnight = (times[0] ?? 0) + 24 * 60 - (times.at(-1) ?? 0);
  // Finding days that follow each other is slow, and nearly no line's times make it matter.
  const isClose = overMidnight < Math.min(inOneDay, LEAST_MINUTES_BETWEEN);
  return isClose && hasNeighbours(createDays(line)) ? overMidnight : inOneDay;
}

function hasNeighbours(days: Cron): boolean {
  let day = days.nextRun(ANY_START);
  for (let looked = 1; day && looked < DAYS_LOOKED_AT; looked += 1) {
    const next = days.nextRun(day);
    if (next && next.getTime() - day.getTime() === DAY_MS) return true;
    day = next;
  }
  return false;
}

/**
 * Reads a minute or hour field: `*`, numbers, ranges and steps (`8-18/2`), separated by commas.
 * @param count 60 or 24: values go from 0 to one below
 * @returns its values in order, each once; `undefined` when it can't be read
 */
function readClockField(text: string, count: number): readonly number[] | undefined {
  const parts = text.split(',').map((part) => readPart(part, count));
  if (parts.includes(undefined)) return undefined;
  return [...new Set(parts.flatMap((part) => part ?? []))].toSorted((a, b) => a - b);
}

function readPart(text: string, count: number): readonly number[] | undefined {
  const match = /^(?:(\*)|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(text);
  if (!match) return undefined;
  const [, all, first, last, every] = match;
  const from = all ? 0 : Number(first);
  const to = all ? count - 1 : Number(last ?? first);
  const step = Number(every ?? 1);
  // `5/10` means other things to other crons.
  const isOneWithStep = every !== undefined && !all && last === undefined;
  if (isOneWithStep || step === 0 || from > to || to >= count) return undefined;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, n) => from + n * step);
}
