import { describe, expect, test } from 'vitest';
import { createFormatChange } from '../../../../src/slack/blocks/reports/change.ts';
import { failed } from '../../../followstats/reports/sample-lookups.ts';
import { readerOf } from '../../readers.ts';
import { ASKED_AT, baseline, counts, reportOf } from './sample-reports.ts';

const HOUR_MS = 3_600_000;

/** How the one row reads, of an account that has so many followers and had so many. */
function shown(now: number, then: number, { ageMs = 26 * HOUR_MS, locale = 'en-GB' } = {}) {
  const [row] = reportOf([['alice', counts(now), baseline(then, ageMs)]]).rows;
  if (!row) throw new Error('no row');
  return createFormatChange(readerOf(locale))(row);
}

test.each([
  [12, 0, '▲ +12 since 22 Nov'],
  [0, 3, '▼ −3 since 22 Nov'],
  [5, 5, '● 0 since 22 Nov'],
  [1_234_567, 0, '▲ +1,234,567 since 22 Nov'],
])('%i followers after %i are shown as %s', (now, then, words) => {
  expect(shown(now, then)).toBe(words);
});

describe('the time of the comparison', () => {
  test('is the time of day when it was today', () => {
    expect(shown(2, 1, { ageMs: 3 * HOUR_MS })).toBe('▲ +1 since 07:30 UTC');
  });

  test('has its year when that is another', () => {
    expect(shown(2, 1, { ageMs: 365 * 24 * HOUR_MS })).toBe('▲ +1 since 23 Nov 2025');
  });

  test('is written the reader’s way, as the number is', () => {
    expect(shown(12_345, 0, { locale: 'de-DE' })).toBe('▲ +12.345 since 22. Nov.');
  });
});

test.each([
  ['what was never seen before', reportOf([['alice', counts(1)]])],
  ['what was read a moment before', reportOf([['alice', counts(1), baseline(0, HOUR_MS / 2)]])],
  ['what couldn’t be read', reportOf([['alice', failed('throttled'), baseline(1)]])],
])('%s has no change, and never one of 0', (_, { rows: [row] }) => {
  expect(row && createFormatChange(readerOf('en-US'))(row)).toBe('n/a');
});

test('the instant of the samples is what these words say', () => {
  expect(new Date(ASKED_AT).toISOString()).toBe('2026-11-23T10:30:00.000Z');
});
