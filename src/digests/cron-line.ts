import { Cron } from 'croner';
import { CRON_FIELDS, type CronField, readClockField } from './cron-fields.ts';

/** Five fields (minute hour day month weekday) with one space between; checked by `readCronLine`. */
export type CronLine = string & { readonly __brand: 'CronLine' };

/** A digest costs people's attention and Chat's budget: no two slots are closer by the clock on the wall. */
export const LEAST_MINUTES_BETWEEN = 15;

/** What is wrong with a cron line. `text`: what was typed, untrusted. */
export type CronFault =
  | { readonly kind: 'field-count'; readonly count: number }
  | { readonly kind: 'bad-field'; readonly field: CronField; readonly text: string }
  | { readonly kind: 'too-often'; readonly everyMinutes: number }
  /** Right by its form, but no day is like that: the 30th of February. */
  | { readonly kind: 'never' };

/** Days that rules look ahead: rare ones, like 29 February on a Monday, come up within it. */
const DAYS_LOOKED_AT = 400;
const ANY_START = new Date('2026-01-01T00:00:00Z');

/** Reads a cron line of five fields. The day fields may hold names (`MON`) and croner's `L`, `W` and `#`. */
export function readCronLine(text: string): { readonly line: CronLine } | { readonly fault: CronFault } {
  const typed = text.trim();
  const fields = typed === '' ? [] : typed.toUpperCase().split(/\s+/u);
  if (fields.length !== CRON_FIELDS.length) return { fault: { kind: 'field-count', count: fields.length } };

  const wrong = fields.findIndex((field, n) => !isRight(field, n));
  if (wrong >= 0) {
    return { fault: { kind: 'bad-field', field: CRON_FIELDS[wrong] as CronField, text: fields[wrong] as string } };
  }
  const line = fields.join(' ') as CronLine;
  const days = daysOf(line);
  if (days.length === 0) return { fault: { kind: 'never' } };
  const everyMinutes = leastMinutesBetween(line, days);
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

/** The first days that the line's day fields name, as days since 1970. */
function daysOf(line: CronLine): readonly number[] {
  const cron = new Cron(`0 0 ${spellOut(line).days}`, { mode: '5-part', timezone: 'UTC' });
  return cron.nextRuns(DAYS_LOOKED_AT, ANY_START).map((date) => date.getTime() / 86_400_000);
}

function leastMinutesBetween(line: CronLine, days: readonly number[]): number {
  const { minutes, hours } = spellOut(line);
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
  const hasNeighbours = days.some((day, n) => days[n + 1] === day + 1);
  const firstOfNextDay = hasNeighbours && times[0] !== undefined ? [times[0] + 24 * 60] : [];
  const all = [...times, ...firstOfNextDay];
  return Math.min(...all.slice(1).map((time, n) => time - (all[n] ?? 0)), Number.POSITIVE_INFINITY);
}
