import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSchedule, type ScheduleFault } from '../../../../src/digests/schedule/schedule.ts';
import { describeSchedule, describeScheduleFault } from '../../../../src/slack/blocks/digests/schedule-text.ts';
import { toPlain } from '../../../../src/slack/blocks/kit/inline.ts';
import { scheduleOf } from '../../../digests/schedule/sample-schedules.ts';
import { anyReader, readerOf } from '../../readers.ts';
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

test.each<[fault: ScheduleFault, sentence: string]>([
  [{ kind: 'no-days' }, 'Choose at least one day.'],
  [{ kind: 'not-a-time', text: '9 am' }, 'Choose a time.'],
  [
    { kind: 'field-count', count: 6 },
    'A cron line has five parts: minute, hour, day of the month, month, weekday. This one has 6 parts.',
  ],
  [
    { kind: 'field-count', count: 0 },
    'A cron line has five parts: minute, hour, day of the month, month, weekday. This one has none.',
  ],
  [{ kind: 'bad-field', field: 'hour', text: '25' }, 'The hour can’t be 25. It goes from 0 to 23.'],
  [
    { kind: 'too-often', everyMinutes: 1 },
    'At times that would be a post every minute. Leave at least 15 minutes between two posts.',
  ],
  [
    { kind: 'too-often', everyMinutes: 5 },
    'At times that would be a post every 5 minutes. Leave at least 15 minutes between two posts.',
  ],
  [{ kind: 'never' }, 'There is no such day, so it would never be posted.'],
  [{ kind: 'cron-too-long' }, 'A cron line has at most 100 characters.'],
  [{ kind: 'unknown-zone', text: ' ' }, 'Choose a time zone.'],
  [{ kind: 'unknown-zone', text: 'Mars' }, 'That isn’t a time zone: Mars. Choose one from the menu.'],
  [{ kind: 'unknown-zone', text: 'BST' }, 'BST can mean several time zones. Choose Europe/London or Asia/Dhaka.'],
  [
    { kind: 'unknown-zone', text: ' cst ' },
    'cst can mean several time zones. Choose America/Chicago, Asia/Shanghai, or America/Havana.',
  ],
  [{ kind: 'unknown-zone', text: 'JST' }, 'JST is short for a time zone. Choose Asia/Tokyo.'],
])('the fault %j is said in short sentences', (fault, sentence) => {
  expect(describeScheduleFault(readerOf('en-US'), fault)).toBe(sentence);
});

test('the hint of a cron line shows one that is right, and says what it means', () => {
  const hint = toPlain(readerOf().words.digestForm.fields.cron.hint());
  const [cron = ''] = /\S+ \S+ \* \* \S+/.exec(hint) ?? [];
  const read = readSchedule({ cron, zone: 'UTC' });
  expect('schedule' in read && describeSchedule(readerOf(), read.schedule)).toBe('weekdays at 09:00, UTC');
  expect(hint).toContain('weekdays at 09:00');
});

test('whatever was typed stands in a fault on one line, and not at length', () => {
  const typed = fc.oneof(
    hostileText,
    fc.array(hostileText, { minLength: 5, maxLength: 5 }).map((fields) => fields.join(' ')),
  );
  fc.assert(
    fc.property(typed, typed, anyReader, (cron, zone, reader) => {
      for (const read of [readSchedule({ cron, zone: 'UTC' }), readSchedule({ cron: '0 9 * * *', zone })]) {
        if (!('fault' in read)) continue;
        const sentence = describeScheduleFault(reader, read.fault);
        expect(sentence).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(sentence.length).toBeLessThan(300);
      }
    }),
    { numRuns: 200 },
  );
});
