import { describe, expect, test } from 'vitest';
import { createWriteChange, createWriteSince, sinceOf } from '../../../../src/slack/blocks/reports/change.ts';
import { failed } from '../../../followstats/reports/sample-lookups.ts';
import { readerOf } from '../../readers.ts';
import { ASKED_AT, baseline, counts, reportOf } from './sample-reports.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

test.each([
  [12, 'en-US', '+12'],
  [-3, 'en-US', '−3'],
  [0, 'en-US', '0'],
  [1_234_567, 'en-US', '+1,234,567'],
  [-12_345, 'de-DE', '−12.345'],
  [undefined, 'en-US', '–'],
])('%s is written in %s as %s', (by, locale, words) => {
  expect(createWriteChange(readerOf(locale))(by)).toBe(words);
});

/** Since when the changes are, of accounts that are compared with what they were so long ago. */
const since = (agesMs: readonly number[], now?: number) =>
  sinceOf(
    reportOf(agesMs.map((age, n) => [`a${n}`, counts(2), baseline(1, age)])).rows,
    createWriteSince(readerOf('en-GB'), now),
  );

describe('since when a table’s changes are', () => {
  test('is one moment where all are compared with the same day, in the reader’s words', () => {
    expect(since([26 * HOUR_MS, 27 * HOUR_MS], ASKED_AT)).toEqual({ at: 'Sunday', orLater: false });
    expect(since([3 * HOUR_MS], ASKED_AT)).toEqual({ at: '07:30', orLater: false });
    expect(since([30 * DAY_MS], ASKED_AT)).toEqual({ at: '24 Oct', orLater: false });
  });

  test('is the earliest, or later, where they are not', () => {
    expect(since([26 * HOUR_MS, 9 * DAY_MS, 3 * HOUR_MS], ASKED_AT)).toEqual({ at: '14 Nov', orLater: true });
  });

  test('is an instant where many read it, each in their own zone', () => {
    const at = { time: ASKED_AT - 26 * HOUR_MS };
    expect(since([26 * HOUR_MS, 26 * HOUR_MS])).toEqual({ at, orLater: false });
    expect(since([26 * HOUR_MS, 25 * HOUR_MS])).toEqual({ at, orLater: true });
  });
});

test.each([
  ['what was never seen before', reportOf([['alice', counts(1)]])],
  ['what was read a moment before', reportOf([['alice', counts(1), baseline(0, HOUR_MS / 2)]])],
  ['what couldn’t be read', reportOf([['alice', failed('throttled'), baseline(1)]])],
])('%s has no change, and never one of 0', (_, { rows }) => {
  expect(sinceOf(rows, createWriteSince(readerOf(), ASKED_AT))).toBeUndefined();
});
