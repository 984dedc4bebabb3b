import { expect, test } from 'vitest';
import { formatSlackDate } from '../../../../src/demo/page/blocks/slack-date.ts';

/** Friday 2026-01-02, 03:04:05 UTC: still the first of January in New York. */
const AT = Date.UTC(2026, 0, 2, 3, 4, 5) / 1000;

function format(tokens: string, { timeZone = 'UTC', locale = 'en-US', afterSeconds = 40 * 86_400 } = {}) {
  return formatSlackDate(AT, tokens, { locale, timeZone, now: (AT + afterSeconds) * 1000 }).replaceAll('\u202f', ' ');
}

test.each([
  ['{date_num} {time}', '2026-01-02 3:04 AM'],
  ['{time_secs}', '3:04:05 AM'],
  ['{date}', 'January 2'],
  ['{date_short}', 'Jan 2, 2026'],
  ['{date_long}', 'Friday, January 2, 2026'],
  ['{date_short_pretty}', 'Jan 2, 2026'],
  ['{ago}', '40 days ago'],
  ['on {unknown}', 'on {unknown}'],
])('%s reads %s', (tokens, expected) => {
  expect(format(tokens)).toBe(expected);
});

test('the date and the hour are those of the reader', () => {
  expect(format('{date_num} {time}', { timeZone: 'America/New_York' })).toBe('2026-01-01 10:04 PM');
  expect(format('{date_long}', { locale: 'de-DE' })).toBe('Freitag, 2. Januar 2026');
});

test.each([
  [0, 'today'],
  [86_400, 'yesterday'],
  [-86_400, 'tomorrow'],
])('a pretty date seen %i seconds later is %s', (afterSeconds, expected) => {
  expect(format('{date_short_pretty}', { afterSeconds })).toBe(expected);
});

test('whether it is today is for the reader’s calendar to say', () => {
  const afterSeconds = 3 * 3600;
  expect(format('{date_pretty}', { afterSeconds })).toBe('today');
  expect(format('{date_pretty}', { afterSeconds, timeZone: 'America/New_York' })).toBe('yesterday');
});
