import { expect, test } from 'vitest';
import { slotsBetween } from '../../../src/digests/schedule/schedule.ts';
import type { Zone } from '../../../src/digests/schedule/zone.ts';
import { clockChanges, ticksOf, type WallTime } from './clock-changes.ts';
import { iso, scheduleOf } from './sample-schedules.ts';

const HOUR = 3_600_000;
const FROM = Date.UTC(2026, 0, 1);
const TO = Date.UTC(2031, 0, 1);

/** Far enough for the clock times that a change repeats or leaves out, and some on either side. */
const AROUND = 7 * HOUR;

const changes = clockChanges(FROM, TO).map(({ at, name }) => {
  const [from, to] = [at - AROUND, at + AROUND];
  return { name, from, to, ticks: ticksOf(name, from, to) };
});

/** Cron lines, and what they mean in words that have nothing to do with croner. */
const LINES: readonly (readonly [line: string, matches: (time: WallTime) => boolean])[] = [
  ['*/15 * * * *', ({ minute }) => minute % 15 === 0],
  ['7 * * * *', ({ minute }) => minute === 7],
  ['0 */2 * * *', ({ hour, minute }) => minute === 0 && hour % 2 === 0],
  ['0,30 0-4,22-23 * * *', ({ hour, minute }) => minute % 30 === 0 && (hour < 5 || hour > 21)],
  ['0 0 * * *', ({ hour, minute }) => minute === 0 && hour === 0],
  ['59 23 * * 1-6', ({ hour, minute, weekday }) => minute === 59 && hour === 23 && weekday < 7],
  ['30 0 * * SUN,SAT,FRI,THU', ({ hour, minute, weekday }) => minute === 30 && hour === 0 && weekday > 3],
  ['20 1 * * *', ({ hour, minute }) => minute === 20 && hour === 1],
  ['30 2 * * 7', ({ hour, minute, weekday }) => minute === 30 && hour === 2 && weekday === 7],
  ['0 3 * * 0', ({ hour, minute, weekday }) => minute === 0 && hour === 3 && weekday === 7],
];

test('zones with every kind of change are among those compared', () => {
  const names = new Set(changes.map(({ name }) => name));
  for (const kind of ['Australia/Lord_Howe', 'Africa/Casablanca', 'Africa/Cairo', 'Asia/Gaza', 'Antarctica/Troll'])
    expect(names).toContain(kind);
  expect(names.size).toBeGreaterThan(25);
  expect(changes.length).toBeGreaterThan(250);
});

test.each(LINES)('%s has no slot twice and misses none when clocks change, in any zone up to 2030', (line, matches) => {
  const schedule = scheduleOf(line, 'UTC');
  for (const { name, from, to, ticks } of changes) {
    const slots = slotsBetween({ ...schedule, zone: name as Zone }, from, to, 1000);
    const expected = ticks.filter(({ reached }) => reached.some(matches)).map(({ at }) => at);
    if (slots.join() !== expected.join()) expect(slots.map(iso), `${line} ${name}`).toEqual(expected.map(iso));
  }
});

test.each([
  ['30 2 * * *', 'Europe/Berlin', '2027-03-28T00:00Z', '2027-03-28T01:00:00.000Z', 'the gap: at its end, 03:00'],
  ['30 2 * * *', 'Europe/Berlin', '2026-10-25T00:00Z', '2026-10-25T00:30:00.000Z', 'twice: the first, summer time'],
  ['15 2 * * *', 'Australia/Lord_Howe', '2026-10-03T12:00Z', '2026-10-03T15:30:00.000Z', 'a gap of half an hour'],
  ['0 0 * * *', 'Africa/Cairo', '2026-04-23T12:00Z', '2026-04-23T22:00:00.000Z', 'midnight doesn’t exist: 01:00'],
  ['30 23 * * *', 'America/Nuuk', '2026-03-28T12:00Z', '2026-03-29T01:00:00.000Z', 'a gap that ends at midnight'],
  ['30 23 * * *', 'Atlantic/Azores', '2026-10-24T12:00Z', '2026-10-24T23:30:00.000Z', 'the evening before'],
])('%s in %s after %s is %s: %s', (line, zone, after, slot) => {
  expect(slotsBetween(scheduleOf(line, zone), Date.parse(after), TO, 1).map(iso)).toEqual([slot]);
});

test('an hourly digest has 23 slots on the day that loses an hour, and one for the hour that comes twice', () => {
  const hourly = scheduleOf('0 * * * *', 'Europe/Berlin');
  const lost = slotsBetween(hourly, Date.parse('2027-03-27T23:00Z'), Date.parse('2027-03-28T21:59Z'), 99);
  const doubled = slotsBetween(hourly, Date.parse('2026-10-24T22:00Z'), Date.parse('2026-10-25T22:59Z'), 99);
  expect([lost.length, doubled.length]).toEqual([23, 24]);
  expect(doubled.slice(2, 4).map(iso)).toEqual(['2026-10-25T00:00:00.000Z', '2026-10-25T02:00:00.000Z']);
});
