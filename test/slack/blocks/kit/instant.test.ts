import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  writeDateAndTime,
  writeDay,
  writeInstant,
  writeSince,
  writeSpan,
  writeTime,
} from '../../../../src/slack/blocks/kit/instant.ts';
import { readerOf } from '../../readers.ts';

const berlin = readerOf('en-US', 'Europe/Berlin');
/** Monday, 23 November 2026, 13:40 in Berlin. */
const now = Date.UTC(2026, 10, 23, 12, 40);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('an instant', () => {
  test.each([
    [0, 'today 13:40'],
    [-13 * HOUR, 'today 00:40'],
    [-14 * HOUR, 'yesterday 23:40'],
    [DAY, 'tomorrow 13:40'],
    [-3 * DAY, 'Friday 13:40'],
    [3 * DAY, 'Thursday 13:40'],
    [-6 * DAY, 'Tuesday 13:40'],
    [-7 * DAY, 'Nov 16, 13:40'],
    [-365 * DAY, 'Nov 23, 2025, 13:40'],
  ])('%d ms from now is written as one says it', (from, text) => {
    expect(writeInstant(berlin, now + from, now)).toBe(text);
  });

  test('is written by the clocks and with the names of the reader', () => {
    const seoul = readerOf('en-GB', 'Asia/Seoul');
    expect(writeInstant(seoul, now, now)).toBe('today 21:40');
    expect(writeInstant(seoul, now + 3 * HOUR, now)).toBe('tomorrow 00:40');
    expect(writeDateAndTime(seoul, now, now)).toBe('23 Nov, 21:40');
  });

  test.each([
    ['fr-FR', 'yesterday 13:40', 'Friday', 'Nov 16'],
    ['fa-IR', 'yesterday 13:40', 'Friday', 'Nov 16'],
    ['en-IN', 'yesterday 13:40', 'Friday', '16 Nov'],
    ['ko-KR', '어제 13:40', '금요일', '11월 16일'],
    ['zh-TW', '昨天 13:40', '周五', '11月16日'],
    ['zh-HK', '昨天 13:40', '周五', '11月16日'],
  ])('is written in the language of the words around it (%s)', (locale, yesterday, friday, longAgo) => {
    const reader = readerOf(locale, 'Europe/Berlin');
    expect(writeInstant(reader, now - DAY, now)).toBe(yesterday);
    expect(writeDay(reader, now - 3 * DAY, now)).toBe(friday);
    expect(writeDay(reader, now - 7 * DAY, now)).toBe(longAgo);
  });

  test('has its seconds where they are asked for', () => {
    expect(writeTime(berlin, now + 5000)).toBe('13:40');
    expect(writeTime(berlin, now + 5000, { seconds: true })).toBe('13:40:05');
  });
});

describe('since when', () => {
  test.each([
    [-4 * HOUR, '09:40'],
    [-14 * HOUR, 'Sunday'],
    [-DAY, 'Sunday'],
    [-7 * DAY, 'Nov 16'],
    [-365 * DAY, 'Nov 23, 2025'],
  ])('%d ms ago is told by the time of day on the same day, else by the day', (from, text) => {
    expect(writeSince(berlin, now + from, now)).toBe(text);
  });

  test('of an instant just before midnight says the time, too', () => {
    const midnight = now - 13.5 * HOUR;
    expect(writeSince(berlin, midnight - HOUR, midnight)).toBe('Sunday 23:10');
  });
});

test('a span says once what both ends share', () => {
  const span = (from: number) => writeSpan(berlin, from, now);
  expect(span(now - DAY)).toBe('Nov 22, 13:40 – Nov 23, 13:40');
  expect(span(now - HOUR)).toBe('Nov 23, 12:40 – 13:40');
  expect(span(now - 365 * DAY)).toBe('Nov 23, 2025, 13:40 – Nov 23, 2026, 13:40');
});

const instants = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) });
const offsets = fc.integer({ min: -9 * DAY, max: 9 * DAY });
const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu');

test('a weekday alone means one day, never the same weekday of another week', () => {
  fc.assert(
    fc.property(instants, offsets, zones, (at, offset, zone) => {
      const reader = readerOf('en-US', zone);
      const isWeekday = writeDay(reader, at + offset, at).endsWith('day');
      if (isWeekday) expect(Math.abs(offset)).toBeLessThan(7 * DAY + 2 * HOUR);
      else expect(Math.abs(offset)).toBeGreaterThan(6 * DAY - 2 * HOUR);
      const today = writeDay(reader, at, at);
      if (writeDay(reader, at + offset, at) === today) {
        expect(writeInstant(reader, at + offset, at)).toMatch(/^today /);
      }
    }),
  );
});
