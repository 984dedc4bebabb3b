interface Reader {
  /** BCP 47 */
  readonly locale: string;
  /** IANA name */
  readonly timeZone: string;
}

const WEEK_MS = 7 * 86_400_000;

/**
 * An instant as a wall clock says it: day and time, with the date as well unless it is less than a week after `now`.
 *
 * @param at Unix milliseconds
 * @param now Unix milliseconds
 */
export function toMoment(at: number, { locale, timeZone }: Reader, now?: number): string {
  const isSoon = now !== undefined && at - now < WEEK_MS;
  const date: Intl.DateTimeFormatOptions = isSoon ? {} : { day: 'numeric', month: 'short' };
  const day: Intl.DateTimeFormatOptions = { weekday: 'short', ...date };
  const write = (form: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...form }).format(at);
  return `${write(day)}${isSoon ? '' : ','} ${write({ timeStyle: 'short' })}`;
}
