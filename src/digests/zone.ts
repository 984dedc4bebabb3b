/** An IANA time zone that this runtime knows, like `Europe/Berlin`. */
export type Zone = string & { readonly __brand: 'Zone' };

/**
 * Takes text as an IANA zone: case doesn't count, old names (`US/Eastern`) stay as they were typed. Bare offsets (`+02:00`)
 * are refused, since they know no daylight saving.
 */
export function readZone(text: string): Zone | undefined {
  const typed = text.trim();
  if (!/^[a-z]/i.test(typed)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions();
    return (timeZone.toLowerCase() === typed.toLowerCase() ? timeZone : typed) as Zone;
  } catch {
    return undefined;
  }
}
