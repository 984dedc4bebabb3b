import type { Reader } from '../../words/reader.ts';
import { toPlain } from './inline.ts';

/** Writes instants (Unix milliseconds) near the present, in a reader's own zone and the way of their locale. */
export interface Moments {
  /** The time of day: `19:42`. */
  time(at: number): string;
  /** The time of day with its seconds: `19:42:05`. */
  exactTime(at: number): string;
  /** Within a sentence: `today 19:42`, `yesterday 19:42`, `Nov 23, 19:42`, `Nov 23, 2025, 19:42`. */
  dayAndTime(at: number): string;
  /** As short as is clear: the time of day today, else day and time. */
  moment(at: number): string;
  /** Since when something has changed: `19:42` today, `yesterday`, `Monday` within the last days, else `Nov 23` or `Nov 23, 2025`. */
  since(at: number): string;
}

const DAY_MS = 24 * 3_600_000;
/** From here on a weekday's name would be that of today, or of the day before. */
const MOST_WEEKDAYS = 6;

/** @param now Unix milliseconds */
export function createMoments({ locale, language, zone: timeZone, words }: Reader, now: number): Moments {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone });
  const time = format({ hour: 'numeric', minute: '2-digit' });
  const calendar = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });

  const dayOf = (at: number): number => Date.parse(calendar.format(at)) / DAY_MS;
  const today = dayOf(now);
  const yearOf = (at: number): string => calendar.format(at).slice(0, 4);

  function date(at: number): string {
    const year = yearOf(at) === yearOf(now) ? undefined : ('numeric' as const);
    return format({ day: 'numeric', month: 'short', ...(year && { year }) }).format(at);
  }

  function dayAndTime(at: number): string {
    const [daysAgo, clock] = [today - dayOf(at), { time: time.format(at) }];
    if (daysAgo === 0) return toPlain(words.moments.today(clock));
    if (daysAgo === 1) return toPlain(words.moments.yesterday(clock));
    return toPlain(words.moments.day({ ...clock, date: date(at) }));
  }

  return {
    time: (at) => time.format(at),
    exactTime: (at) => format({ hour: 'numeric', minute: '2-digit', second: '2-digit' }).format(at),
    dayAndTime,
    moment: (at) => (dayOf(at) === today ? time.format(at) : dayAndTime(at)),
    since(at) {
      const daysAgo = today - dayOf(at);
      if (daysAgo === 0) return time.format(at);
      if (daysAgo === 1) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-1, 'day');
      return daysAgo > 1 && daysAgo <= MOST_WEEKDAYS ? format({ weekday: 'long' }).format(at) : date(at);
    },
  };
}
