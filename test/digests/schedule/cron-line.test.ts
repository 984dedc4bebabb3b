import { Cron } from 'croner';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { MOST_CRON, readCronLine } from '../../../src/digests/schedule/cron-line.ts';

const nextRun = vi.spyOn(Cron.prototype, 'nextRun');
const nextRuns = vi.spyOn(Cron.prototype, 'nextRuns');
afterEach(() => vi.clearAllMocks());

/** Days that croner was asked for: what reading a line costs. */
const daysLookedUp = () =>
  nextRun.mock.calls.length + nextRuns.mock.calls.reduce((sum, [count]) => sum + Number(count), 0);

test.each(['0 9 * * *', '0 9 * * 1-5', '0 9 29 2 *', '*/15 9-17 L * *', '5 0,23 * * *', '0 9 13 * +FRI', '0 9 30 2 *'])(
  '%s is read by its first day alone',
  (line) => {
    readCronLine(line);
    expect(daysLookedUp()).toBeLessThanOrEqual(1);
  },
);

test.each<[line: string, most: number]>([
  ['0,50 0,23 * * *', 2],
  ['0,50 0,23 * * 5,6', 2],
  ['0,50 0,23 L,1 * *', 14],
  ['0,50 0,23 28,29 2 *', 4],
])('days that follow each other are found in %s, and no more are looked up', (line, most) => {
  expect(readCronLine(line)).toEqual({ fault: { kind: 'too-often', everyMinutes: 10 } });
  expect(daysLookedUp()).toBeLessThanOrEqual(most + 1);
});

test('no line costs more than 401 days', () => {
  const field = fc.constantFrom('*', '0', '0,23', '0,50', '50', '23', '1', '29', 'L', '2', 'MON', '+MON', '2#2', '15W');
  fc.assert(
    fc.property(fc.array(field, { minLength: 5, maxLength: 5 }), (fields) => {
      vi.clearAllMocks();
      readCronLine(fields.join(' '));
      expect(daysLookedUp()).toBeLessThanOrEqual(401);
    }),
    { numRuns: 100 },
  );
});

test.each([MOST_CRON + 1, 100_000])('a line of %i characters is rejected unread', (length) => {
  for (const piece of ['1,', '0 ', 'MON', ' ']) {
    const line = piece.repeat(length).slice(0, length);
    expect(readCronLine(line)).toEqual({ fault: { kind: 'cron-too-long' } });
  }
  expect(daysLookedUp()).toBe(0);
});

test('the longest line that makes sense fits', () => {
  expect(readCronLine('0,15,30,45 8-18/2 1-7,15W,L JAN,MAR-JUN,SEP,OCT,NOV MON#1,TUE#2')).toHaveProperty('line');
});
