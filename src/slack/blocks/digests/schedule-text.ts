import { CRON_FIELDS, LEAST_MINUTES_BETWEEN, MOST_CRON } from '../../../digests/schedule/cron-line.ts';
import { type Schedule, type ScheduleFault, toWeekly, type Weekday } from '../../../digests/schedule/schedule.ts';
import { zonesOfAbbreviation } from '../../../digests/schedule/zone-abbreviations.ts';
import { clean } from '../kit/inline.ts';

const DAYS: Readonly<Record<Weekday, string>> = {
  1: 'Mondays',
  2: 'Tuesdays',
  3: 'Wednesdays',
  4: 'Thursdays',
  5: 'Fridays',
  6: 'Saturdays',
  7: 'Sundays',
};
const SETS: Readonly<Record<string, string>> = { '1234567': 'every day', '12345': 'weekdays', '67': 'weekends' };

/** A schedule in words: `weekdays at 09:00, Europe/Berlin`; a cron line that says more than days and a time as it is. */
export function describeSchedule(schedule: Schedule): string {
  const weekly = toWeekly(schedule);
  if (!weekly) return `cron ${clean(schedule.line)}, ${schedule.zone}`;
  const days = SETS[weekly.days.join('')] ?? new Intl.ListFormat('en').format(weekly.days.map((day) => DAYS[day]));
  return `${days} at ${weekly.time}, ${schedule.zone}`;
}

const WORD_LENGTH = 60;
const shown = (text: string): string => `“${clean(text, WORD_LENGTH)}”`;
const EXAMPLE = '0 9 * * 1-5 (weekdays at 09:00)';

const EITHER = new Intl.ListFormat('en', { type: 'disjunction' });

function describeZone(text: string): string {
  const [first, ...others] = zonesOfAbbreviation(text);
  if (first === undefined) return `${shown(text)} is not a time zone; write one like Europe/Berlin or Asia/Shanghai.`;
  return others.length > 0
    ? `${shown(text)} can mean several time zones; write ${EITHER.format([first, ...others])}.`
    : `${shown(text)} is short for a time zone; write its full name, ${first}.`;
}

type Describe<Kind extends ScheduleFault['kind']> = (fault: Extract<ScheduleFault, { kind: Kind }>) => string;

/** A fault without words does not compile. */
const FAULTS: { readonly [Kind in ScheduleFault['kind']]: Describe<Kind> } = {
  'no-days': () => 'Choose at least one day of the week.',
  'not-a-time': ({ text }) => `${shown(text)} is not a time of day; write it like 09:00 or 17:30.`,
  'cron-too-long': () => `A cron line has at most ${MOST_CRON} characters; an example is ${EXAMPLE}.`,
  'field-count': ({ count }) =>
    `A cron line has five fields (${CRON_FIELDS.join(', ')}), and this has ${count}; an example is ${EXAMPLE}.`,
  'bad-field': ({ field, text }) =>
    `${shown(text)} is not right as the ${field} of a cron line; an example of one is ${EXAMPLE}.`,
  'too-often': ({ everyMinutes }) =>
    `This would come ${everyMinutes === 1 ? 'every minute' : `every ${everyMinutes} minutes`} at times, and a digest ` +
    `comes every ${LEAST_MINUTES_BETWEEN} minutes at most, like */${LEAST_MINUTES_BETWEEN} 9-17 * * *.`,
  never: () => `There is no day like that, so the digest would never come; an example of one that does is ${EXAMPLE}.`,
  'unknown-zone': ({ text }) => describeZone(text),
};

/** What is wrong with a schedule, in one sentence, as plain text: it stands on a field of a form. */
export function describeScheduleFault(fault: ScheduleFault): string {
  const describe = FAULTS[fault.kind] as Describe<ScheduleFault['kind']>;
  return describe(fault);
}
