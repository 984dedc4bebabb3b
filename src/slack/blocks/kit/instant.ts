import { dateFormat } from '../../../followstats/formats.ts';
import type { Reader } from '../../words/reader.ts';
import { toPlain } from './inline.ts';

const DAY = 86_400_000;
/** A weekday alone means the last or the next one of its name for so many days. */
const WEEKDAY_DAYS = 6;
/** Of an instant nearer than this the time of day says more than its day. */
const NEAR = DAY / 2;

/** Schedules are typed by a clock of 24 hours, so that clock is everywhere. */
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DATE = { day: 'numeric', month: 'short' } as const;
const DATE_OF_YEAR = { ...DATE, year: 'numeric' } as const;

/**
 * An instant in the reader's language and zone, as one says it: `today 13:40`, `yesterday 13:40`, `tomorrow 09:00`,
 * `Monday 13:40` within six days of now, else `Nov 23, 13:40`, and in another year `Nov 23, 2025, 13:40`. It stands in the
 * middle of a sentence. What stays on the screen for days takes `writeDateAndTime`.
 * @param at Unix milliseconds, past or to come; `now` likewise
 */
export function writeInstant(reader: Reader, at: number, now: number): string {
  const days = daysBetween(reader, now, at);
  if (Math.abs(days) <= 1) return withTime(reader, relativeDay(reader, days), at);
  return isNearDay(days) ? withTime(reader, writeDay(reader, at, now), at) : writeDateAndTime(reader, at, now);
}

/**
 * The day of an instant, in words that stay true for those who read them later: `Monday` within six days of now, else
 * `Nov 23`, and in another year `Nov 23, 2025`. Both instants are Unix milliseconds.
 */
export function writeDay(reader: Reader, at: number, now: number): string {
  const options = isNearDay(daysBetween(reader, now, at)) ? weekdayOptions(reader) : dateOptions(reader, at, now);
  return formatOf(reader, options).format(at);
}

/**
 * Since when something is compared, for behind a word such as “since”: `09:00` of the same day, `Sunday 23:00` where that is
 * less than half a day ago, else the day, as `writeDay` writes it. Both instants are Unix milliseconds.
 */
export function writeSince(reader: Reader, at: number, now: number): string {
  if (daysBetween(reader, now, at) === 0) return writeTime(reader, at);
  const day = writeDay(reader, at, now);
  return now - at < NEAR ? withTime(reader, day, at) : day;
}

/** The time of day: `13:40`, with its seconds `13:40:05`. @param at Unix milliseconds */
export function writeTime(reader: Reader, at: number, { seconds = false } = {}): string {
  return formatOf(reader, { ...CLOCK, ...(seconds && { second: '2-digit' as const }) }).format(at);
}

/** The date: `Nov 23`, with its year where that isn't the year of now. Both instants are Unix milliseconds. */
export function writeDate(reader: Reader, at: number, now: number): string {
  return formatOf(reader, dateOptions(reader, at, now)).format(at);
}

/** The date and the time of day: `Nov 23, 13:40`, with its year where that isn't the year of now. Both Unix milliseconds. */
export function writeDateAndTime(reader: Reader, at: number, now: number): string {
  return formatOf(reader, { ...dateOptions(reader, at, now), ...CLOCK }).format(at);
}

/** A span of time: `Nov 22, 09:00 – Nov 23, 09:00`, and of one day `Nov 22, 09:00 – 12:00`. Both Unix milliseconds, `from` first. */
export function writeSpan(reader: Reader, from: number, to: number): string {
  // `formatRange` of some languages writes both ends in another form than a single instant.
  const begin = writeDateAndTime(reader, from, to);
  const end = daysBetween(reader, from, to) === 0 ? writeTime(reader, to) : writeDateAndTime(reader, to, from);
  return toPlain(reader.words.instants.span({ from: begin, to: end }));
}

function withTime(reader: Reader, day: string, at: number): string {
  return toPlain(reader.words.instants.dayAndTime({ day, time: writeTime(reader, at) }));
}

const relative = new Map<string, Intl.RelativeTimeFormat>();

function relativeDay({ dateLocale }: Reader, days: number): string {
  const format = relative.get(dateLocale) ?? new Intl.RelativeTimeFormat(dateLocale, { numeric: 'auto' });
  relative.set(dateLocale, format);
  return format.format(days, 'day');
}

function dateOptions(reader: Reader, at: number, now: number): Intl.DateTimeFormatOptions {
  const year = formatOf(reader, { year: 'numeric' });
  return year.format(at) === year.format(now) ? DATE : DATE_OF_YEAR;
}

/** Chinese speaks of 周二 wherever schedules are, and 星期二 beside it would be a second word for the same. */
function weekdayOptions({ language }: Reader): Intl.DateTimeFormatOptions {
  return { weekday: language === 'zh-CN' ? 'short' : 'long' };
}

const isNearDay = (days: number): boolean => Math.abs(days) <= WEEKDAY_DAYS;

/** How many midnights of the reader's zone lie between two instants; negative when `to` is the earlier. */
function daysBetween(reader: Reader, from: number, to: number): number {
  return Math.round((midnight(reader, to) - midnight(reader, from)) / DAY);
}

/** The calendar's day as if it were one of UTC, so that days differ by whole numbers of milliseconds. */
function midnight(reader: Reader, at: number): number {
  const parts = formatOf(reader, { day: 'numeric', month: 'numeric', year: 'numeric' }, 'en').formatToParts(at);
  const { year = 0, month = 1, day = 1 } = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(year, month - 1, day);
}

/** Writes instants on the reader's clocks; the same object for the same options. @param locale by default that of the reader's dates */
export function formatOf(
  reader: Reader,
  options: Intl.DateTimeFormatOptions,
  locale = reader.dateLocale,
): Intl.DateTimeFormat {
  return dateFormat(locale, { ...options, timeZone: reader.zone });
}
