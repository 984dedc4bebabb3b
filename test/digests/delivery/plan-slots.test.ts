import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLate, planSlots } from '../../../src/digests/delivery/plan-slots.ts';
import { nextRun, slotsBetween } from '../../../src/digests/schedule/schedule.ts';
import { iso, scheduleOf } from '../schedule/sample-schedules.ts';

const HOUR = 3_600_000;
const daily = scheduleOf('0 9 * * *', 'Europe/Berlin');
const hourly = scheduleOf('0 * * * *');
const MONDAY = Date.parse('2026-11-23T08:00:00Z');

test('a slot that has just come is due, and the next one waits', () => {
  const plan = planSlots({ schedule: daily, nextRunAt: MONDAY }, MONDAY + 300);
  expect(plan).toEqual({ due: MONDAY, missed: [], nextRunAt: MONDAY + 24 * HOUR });
});

test('of slots that passed while nothing ran the latest is due, those before it were missed', () => {
  const plan = planSlots({ schedule: hourly, nextRunAt: MONDAY }, MONDAY + 3.5 * HOUR);
  expect(plan.due).toBe(MONDAY + 3 * HOUR);
  expect(plan.missed).toEqual([0, 1, 2].map((n) => MONDAY + n * HOUR));
  expect(plan.nextRunAt).toBe(MONDAY + 4 * HOUR);
});

test.each([
  [24 * HOUR - 1, true],
  [24 * HOUR, false],
  [60 * HOUR, false],
])('a slot that is %i ms old is delivered: %s', (age, isDelivered) => {
  const weekly = scheduleOf('0 8 * * 1');
  const plan = planSlots({ schedule: weekly, nextRunAt: MONDAY }, MONDAY + age);
  expect(plan.due !== undefined).toBe(isDelivered);
  expect(plan.missed).toEqual(isDelivered ? [] : [MONDAY]);
  expect(iso(plan.nextRunAt)).toBe('2026-11-30T08:00:00.000Z');
});

test('a digest whose slot is still ahead is left as it is', () => {
  expect(planSlots({ schedule: daily, nextRunAt: MONDAY }, MONDAY - 1)).toMatchObject({ due: undefined, missed: [] });
});

test('however long nothing ran, planning again and again records each slot once and delivers the latest', () => {
  const quarters = scheduleOf('*/15 * * * *', 'America/Nuuk');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30 * 24 * 60 }),
      fc.constantFrom(daily, hourly, quarters),
      (minutes, schedule) => {
        const start = nextRun(schedule, MONDAY);
        const now = start + minutes * 60_000;
        const [missed, due]: [number[], number[]] = [[], []];
        let nextRunAt = start;
        while (nextRunAt <= now) {
          const plan = planSlots({ schedule, nextRunAt }, now);
          expect(plan.nextRunAt).toBeGreaterThan(nextRunAt);
          missed.push(...plan.missed);
          if (plan.due !== undefined) due.push(plan.due);
          nextRunAt = plan.nextRunAt;
        }
        expect([...missed, ...due]).toEqual(slotsBetween(schedule, start, now, 5000));
        expect(due).toHaveLength(1);
      },
    ),
    { numRuns: 25 },
  );
});

test('a post is late when its slot is more than two minutes ago', () => {
  expect([isLate(MONDAY, MONDAY + 120_000), isLate(MONDAY, MONDAY + 120_001)]).toEqual([false, true]);
});
