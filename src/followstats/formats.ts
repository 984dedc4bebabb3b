import { LRUCache } from 'lru-cache';

/** Some tens of kilobytes each. A team writes in a few languages and zones, each in some ten forms. */
const DATES_KEPT = 200;
const NUMBERS_KEPT = 100;

const dates = new LRUCache<string, Intl.DateTimeFormat>({ max: DATES_KEPT });
const numbers = new LRUCache<string, Intl.NumberFormat>({ max: NUMBERS_KEPT });

/** Writes instants; the same object for the same locale (BCP 47) and options: making one takes longer than formatting a table with it. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, [locale, options], () => new Intl.DateTimeFormat(locale, options));
}

/** Writes numbers, likewise. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(numbers, [locale, options], () => new Intl.NumberFormat(locale, options));
}

function kept<Format extends object>(formats: LRUCache<string, Format>, of: readonly unknown[], make: () => Format) {
  const key = JSON.stringify(of);
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format;
}
