import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSchedule, type ScheduleFault } from '../../../../src/digests/schedule/schedule.ts';
import { describeSchedule, describeScheduleFault } from '../../../../src/slack/blocks/digests/schedule-text.ts';
import { scheduleOf } from '../../../digests/schedule/sample-schedules.ts';
import { readerOf } from '../../readers.ts';
import { hostileText } from '../hostile-text.ts';

test.each([
  ['0 9 * * 1-5', 'weekdays at 09:00, Europe/Berlin'],
  ['0 9 * * MON-FRI', 'weekdays at 09:00, Europe/Berlin'],
  ['30 17 * * *', 'every day at 17:30, Europe/Berlin'],
  ['0 0 * * 6,0', 'weekends at 00:00, Europe/Berlin'],
  ['5 8 * * 1', 'Mondays at 08:05, Europe/Berlin'],
  ['5 8 * * 1,3,7', 'Mondays, Wednesdays, and Sundays at 08:05, Europe/Berlin'],
  ['*/30 9-17 * * 1-5', 'cron */30 9-17 * * 1-5, Europe/Berlin'],
  ['0 9 1 * *', 'cron 0 9 1 * *, Europe/Berlin'],
])('%s reads: %s', (cron, words) => {
  expect(describeSchedule(readerOf('en-US'), scheduleOf(cron, 'Europe/Berlin'))).toBe(words);
});

test.each<[ScheduleFault, string]>([
  [{ kind: 'no-days' }, 'Choose at least one day of the week.'],
  [{ kind: 'not-a-time', text: '9 am' }, '“9 am” is not a time of day; write it like 09:00 or 17:30.'],
  [
    { kind: 'field-count', count: 6 },
    'A cron line has five fields (minute, hour, day of the month, month, weekday), and this has 6; an example is 0 9 * * 1-5 (weekdays at 09:00).',
  ],
  [
    { kind: 'bad-field', field: 'hour', text: '25' },
    '“25” is not right as the hour of a cron line; an example of one is 0 9 * * 1-5 (weekdays at 09:00).',
  ],
  [
    { kind: 'too-often', everyMinutes: 1 },
    'This would come every minute at times, and a digest comes every 15 minutes at most, like */15 9-17 * * *.',
  ],
  [
    { kind: 'never' },
    'There is no day like that, so the digest would never come; an example of one that does is 0 9 * * 1-5 (weekdays at 09:00).',
  ],
  [{ kind: 'cron-too-long' }, 'A cron line has at most 100 characters; an example is 0 9 * * 1-5 (weekdays at 09:00).'],
  [{ kind: 'unknown-zone', text: 'Mars' }, '“Mars” is not a time zone; write one like Europe/Berlin or Asia/Shanghai.'],
  [{ kind: 'unknown-zone', text: 'BST' }, '“BST” can mean several time zones; write Europe/London or Asia/Dhaka.'],
  [
    { kind: 'unknown-zone', text: ' cst ' },
    '“cst” can mean several time zones; write America/Chicago, Asia/Shanghai, or America/Havana.',
  ],
  [{ kind: 'unknown-zone', text: 'JST' }, '“JST” is short for a time zone; write its full name, Asia/Tokyo.'],
])('the fault %j has one sentence with an example', (fault, sentence) => {
  expect(describeScheduleFault(readerOf('en-US'), fault)).toBe(sentence);
});

test('every example that a fault shows is itself right', () => {
  const shown = ['0 9 * * 1-5', '*/15 9-17 * * *'];
  for (const cron of shown) expect(readSchedule({ cron, zone: 'Asia/Shanghai' })).toHaveProperty('schedule');
  expect(readSchedule({ days: [1], time: '17:30', zone: 'Europe/Berlin' })).toHaveProperty('schedule');
});

test('whatever was typed stands in a fault on one line, and not at length', () => {
  const typed = fc.oneof(
    hostileText,
    fc.array(hostileText, { minLength: 5, maxLength: 5 }).map((fields) => fields.join(' ')),
  );
  fc.assert(
    fc.property(typed, typed, (cron, zone) => {
      for (const read of [readSchedule({ cron, zone: 'UTC' }), readSchedule({ cron: '0 9 * * *', zone })]) {
        if (!('fault' in read)) continue;
        const sentence = describeScheduleFault(readerOf('en-US'), read.fault);
        expect(sentence).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(sentence.length).toBeLessThan(300);
      }
    }),
    { numRuns: 200 },
  );
});
