interface Options {
  /** BCP 47 */
  readonly locale: string;
  /** IANA name */
  readonly timeZone: string;
  /** Unix milliseconds, for `yesterday`, `today`, `tomorrow` and `{ago}`. */
  readonly now: number;
}

const DAY_MS = 86_400_000;

/**
 * Fills the `{tokens}` of Slack's date formatting for one reader. `timestamp` in Unix seconds.
 * The list of tokens is that of "Formatting message text" in Slack's documents; others are left as they are.
 */
export function formatSlackDate(timestamp: number, format: string, options: Options): string {
  return format.replace(/\{(\w+)\}/g, (typed, token: string) => {
    const pretty = token.endsWith('_pretty') ? dayWord(timestamp, options) : undefined;
    const style = STYLES[token.replace('day_divider', 'date_long_full').replace('_pretty', '')];
    if (pretty !== undefined) return pretty;
    if (token === 'ago') return ago(timestamp, options);
    return style ? formatDate(timestamp, style, options) : typed;
  });
}

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions & { readonly locale?: string }>> = {
  // Swedish dates are written YYYY-MM-DD.
  date_num: { dateStyle: 'short', locale: 'sv' },
  date_slash: { day: '2-digit', month: '2-digit', year: 'numeric' },
  date: { month: 'long', day: 'numeric' },
  date_short: { month: 'short', day: 'numeric', year: 'numeric' },
  date_long: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
  date_long_full: { month: 'long', day: 'numeric', year: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

function formatDate(
  timestamp: number,
  { locale, ...style }: Intl.DateTimeFormatOptions & { readonly locale?: string },
  reader: Options,
): string {
  return new Intl.DateTimeFormat(locale ?? reader.locale, { ...style, timeZone: reader.timeZone }).format(
    timestamp * 1000,
  );
}

/** `yesterday`, `today` or `tomorrow` in the reader's own calendar; undefined on other days. */
function dayWord(timestamp: number, options: Options): string | undefined {
  const dayOf = (seconds: number): number => Date.parse(formatSlackDate(seconds, '{date_num}', options)) / DAY_MS;
  const days = dayOf(timestamp) - dayOf(options.now / 1000);
  if (Math.abs(days) > 1) return undefined;
  return new Intl.RelativeTimeFormat(options.locale, { numeric: 'auto' }).format(days, 'day');
}

function ago(timestamp: number, { locale, now }: Options): string {
  const seconds = timestamp - now / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;
