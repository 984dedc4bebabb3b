import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  nextRun,
  nextRuns,
  readSchedule,
  slotsBetween,
  toWeekly,
  type Weekday,
} from '../../../src/digests/schedule/schedule.ts';
import { readZone } from '../../../src/digests/schedule/zone.ts';
import { iso, scheduleOf } from './sample-schedules.ts';

const MONDAY = Date.parse('2026-11-23T08:00:00Z');
const MINUTE = 60_000;

describe('days and a time', () => {
  const written = (days: readonly Weekday[], time: string) => readSchedule({ days, time, zone: 'UTC' });

  test.each<[readonly Weekday[], string, string]>([
    [[1, 2, 3, 4, 5], '09:00', '0 9 * * 1-5'],
    [[7, 1], '9:05', '5 9 * * 1,7'],
    [[1, 2, 3, 4, 5, 6, 7], '23:59', '59 23 * * *'],
    [[3, 3], ' 00:00 ', '0 0 * * 3'],
  ])('%j at %s are the cron line %s', (days, time, line) => {
    expect(written(days, time)).toEqual({ schedule: { line, zone: 'UTC' } });
  });

  test.each(['', '9', '24:00', '12:60', '9:5', '9.00', '9:00 am', '-1:00', '９:00'])('%j is no time', (time) => {
    expect(written([1], time)).toEqual({ fault: { kind: 'not-a-time', text: time } });
  });

  test('no day at all is a fault', () => {
    expect(written([], '09:00')).toEqual({ fault: { kind: 'no-days' } });
  });

  test('are read back from the line, however its weekdays are written', () => {
    const days = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 });
    fc.assert(
      fc.property(days, fc.nat(23), fc.nat(59), (chosen, hour, minute) => {
        const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
        const read = readSchedule({ days: chosen, time, zone: 'UTC' });
        if ('fault' in read) throw new Error(read.fault.kind);
        expect(toWeekly(read.schedule)).toEqual({ days: chosen.toSorted(), time });
      }),
    );
    expect(toWeekly(scheduleOf('0 9 * * sun,Mon-tue'))).toEqual({ days: [1, 2, 7], time: '09:00' });
    expect(toWeekly(scheduleOf('0 9 * * 0,7'))).toEqual({ days: [7], time: '09:00' });
  });

  test.each(['0 9,17 * * *', '0 9 1 * *', '0 9 * 2 *', '*/30 9 * * *', '0 9 * * 5L', '0 9 * * MON#1'])(
    '%s is more than they can say',
    (line) => {
      expect(toWeekly(scheduleOf(line))).toBeUndefined();
    },
  );
});

describe('a cron line', () => {
  const fault = (cron: string) => readSchedule({ cron, zone: 'UTC' });

  test.each([
    ['', 0],
    ['  ', 0],
    ['@daily', 1],
    ['0 9 * *', 4],
    ['0 0 9 * * *', 6],
  ])('%j has %i fields instead of five', (cron, count) => {
    expect(fault(cron)).toEqual({ fault: { kind: 'field-count', count } });
  });

  test.each([
    ['60 9 * * *', 'minute', '60'],
    ['x 9 * * *', 'minute', 'X'],
    ['5/10 9 * * *', 'minute', '5/10'],
    ['*/0 9 * * *', 'minute', '*/0'],
    ['0, 9 * * *', 'minute', '0,'],
    ['0 24 * * *', 'hour', '24'],
    ['0 17-9 * * *', 'hour', '17-9'],
    ['0 -1 * * *', 'hour', '-1'],
    ['0 9 32 * *', 'day of the month', '32'],
    ['0 9 0 * *', 'day of the month', '0'],
    ['0 9 * 13 *', 'month', '13'],
    ['0 9 * january *', 'month', 'JANUARY'],
    ['0 9 * * 8', 'weekday', '8'],
    ['0 9 * * monday', 'weekday', 'MONDAY'],
    ['0 9 * * 1#6', 'weekday', '1#6'],
  ])('%s is wrong in its %s', (cron, field, text) => {
    expect(fault(cron)).toEqual({ fault: { kind: 'bad-field', field, text } });
  });

  test.each([
    ['* * * * *', 1],
    ['*/10 9 * * *', 10],
    ['0,14 9 * * *', 14],
    ['5,55 0,23 * * *', 10],
    ['0,50 0,23 28,29 2 *', 10],
  ])('%s comes more often than every 15 minutes', (cron, everyMinutes) => {
    expect(fault(cron)).toEqual({ fault: { kind: 'too-often', everyMinutes } });
  });

  test.each(['*/15 * * * *', '0,50 0,23 * * 1', '5 0,23 * * *', '0,30 9 29 2 *'])('%s is seldom enough', (cron) => {
    expect(fault(cron)).toHaveProperty('schedule');
  });

  test.each(['0 9 30 2 *', '0 9 31 4,6,9,11 *', '0 9 31W 2 *'])('%s never comes', (cron) => {
    expect(fault(cron)).toEqual({ fault: { kind: 'never' } });
  });

  test('keeps its fields, in capitals and with single spaces', () => {
    expect(scheduleOf('  0  9\t1 jan-jun mon ')).toEqual({ line: '0 9 1 JAN-JUN MON', zone: 'UTC' });
  });

  test('whatever is typed is read or rejected, and what is read comes, never within 15 minutes', () => {
    const field = fc.oneof(
      fc.constantFrom('*', '0', '9', '*/15', '*/7', '1-5', '0,30', 'MON', 'L', '5L', '2#2', '15W', '?', '31', '2'),
      fc.string({ unit: 'grapheme-ascii', maxLength: 4 }),
    );
    const typed = fc.oneof(
      fc.array(field, { minLength: 5, maxLength: 5 }).map((fields) => fields.join(' ')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(typed, (cron) => {
        const read = readSchedule({ cron, zone: 'UTC' });
        if ('fault' in read) return;
        const slots = nextRuns(read.schedule, MONDAY, 12);
        expect(slots.length).toBe(12);
        for (const [n, slot] of slots.entries()) {
          expect(slot % MINUTE).toBe(0);
          expect(slot - (slots[n - 1] ?? MONDAY - 15 * MINUTE)).toBeGreaterThanOrEqual(15 * MINUTE);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('names the minutes and hours that its fields say, whichever way they are written', () => {
    const values = (count: number) => fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 3 });
    const spaced = (minutes: readonly number[]) =>
      minutes.every((one, n) =>
        minutes.every((two, m) => n === m || (Math.abs(one - two) >= 15 && Math.abs(one - two) <= 45)),
      );
    fc.assert(
      fc.property(values(60).filter(spaced), values(24), (minutes, hours) => {
        const slots = nextRuns(scheduleOf(`${minutes.join(',')} ${hours.join(',')} * * *`), MONDAY, 24);
        const expected = Array.from({ length: 24 * 1440 }, (_, n) => MONDAY + (n + 1) * MINUTE).filter((at) => {
          const date = new Date(at);
          return minutes.includes(date.getUTCMinutes()) && hours.includes(date.getUTCHours());
        });
        expect(slots).toEqual(expected.slice(0, 24));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a zone', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    [' europe/berlin ', 'Europe/Berlin'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['US/Eastern', 'US/Eastern'],
    ['UTC', 'UTC'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
  ])('%j is known', (text, zone) => {
    expect(readZone(text)).toBe(zone);
  });

  test.each(['', '+02:00', '-05', 'Mars/Olympus', 'CEST', 'Berlin', 'Europe/Berlin\u0000', '<@U1>'])(
    '%j is not',
    (text) => {
      expect(readSchedule({ cron: '0 9 * * *', zone: text })).toEqual({ fault: { kind: 'unknown-zone', text } });
    },
  );
});

test('the next run is strictly after the instant asked for, to the millisecond', () => {
  const daily = scheduleOf('0 9 * * *', 'Europe/Berlin');
  const slot = Date.parse('2026-11-23T08:00:00Z');
  expect(iso(nextRun(daily, slot - 1))).toBe('2026-11-23T08:00:00.000Z');
  expect(iso(nextRun(daily, slot))).toBe('2026-11-24T08:00:00.000Z');
  expect(iso(nextRun(daily, slot + 1))).toBe('2026-11-24T08:00:00.000Z');
});

test('the slots of a span are those at its ends and between, the earliest when there are too many', () => {
  const hourly = scheduleOf('0 * * * *');
  expect(slotsBetween(hourly, MONDAY, MONDAY + 120 * MINUTE, 99)).toEqual([0, 60, 120].map((n) => MONDAY + n * MINUTE));
  expect(slotsBetween(hourly, MONDAY, MONDAY + 120 * MINUTE, 2)).toEqual([0, 60].map((n) => MONDAY + n * MINUTE));
  expect(slotsBetween(hourly, MONDAY + 1, MONDAY + 59 * MINUTE, 9)).toEqual([]);
});

test('rare days are found: the next 29 February', () => {
  expect(nextRuns(scheduleOf('0 9 29 2 *'), MONDAY, 2).map(iso)).toEqual([
    '2028-02-29T09:00:00.000Z',
    '2032-02-29T09:00:00.000Z',
  ]);
});
