const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_long: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
  date_long_full: { month: 'long', day: 'numeric', year: 'numeric' },
  date: { month: 'long', day: 'numeric' },
  date_short: { month: 'short', day: 'numeric', year: 'numeric' },
  date_slash: { day: '2-digit', month: '2-digit', year: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

/**
 * A Slack date as its reader sees it: the tokens of `format` (`{date_short} at {time}`) filled in, in English. The
 * `_pretty` tokens never say "today". `{ago}` and tokens that Slack doesn't know give the fallback, as Slack does.
 * @param seconds Unix seconds
 * @param timeZone IANA name; the machine's own when undefined
 */
export function formatSlackDate(
  seconds: number,
  format: string,
  fallback: string,
  timeZone: string | undefined,
): string {
  const when = new Date(seconds * 1000);
  if (Number.isNaN(when.getTime())) return fallback;

  const tokens = [...format.matchAll(/\{(\w+)\}/g)].map(([, token = '']) => token);
  if (tokens.some((token) => fill(token, when, timeZone) === undefined)) return fallback;
  return format.replace(/\{(\w+)\}/g, (_, token: string) => fill(token, when, timeZone) ?? '');
}

function fill(token: string, when: Date, timeZone: string | undefined): string | undefined {
  const zone = timeZone === undefined ? {} : { timeZone };
  if (token === 'date_num') return new Intl.DateTimeFormat('en-CA', zone).format(when);
  const name = token.replace(/_pretty$/, '');
  if (!Object.hasOwn(STYLES, name)) return undefined;
  const locale = name === 'date_slash' ? 'en-GB' : 'en-US';
  // Intl puts a narrow no-break space before AM and PM, which many terminals draw badly.
  return new Intl.DateTimeFormat(locale, { ...STYLES[name], ...zone }).format(when).replaceAll('\u202F', ' ');
}
