/** Slack's usual waits are below a minute; an hour is the longest that is believed. */
const LONGEST_SECONDS = 3600;
const IMF_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Reads a `Retry-After` header: whole seconds, or an HTTP date (RFC 9110 § 10.2.3).
 * @param now Unix milliseconds, for dates
 * @returns seconds from 0 to 3600, longer waits cut to that; `undefined` when the header is missing or says nothing usable
 */
export function readRetryAfter(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text), LONGEST_SECONDS);
  if (!IMF_DATE.test(text)) return undefined;
  const seconds = Math.ceil((Date.parse(text) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), LONGEST_SECONDS);
}
