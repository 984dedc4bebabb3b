import { LEAST_MINUTES_BETWEEN, MOST_CRON } from '../../../digests/schedule/cron-line.ts';
import { type Schedule, type ScheduleFault, toWeekly } from '../../../digests/schedule/schedule.ts';
import { zonesOfAbbreviation } from '../../../digests/schedule/zone-abbreviations.ts';
import type { Reader } from '../../words/reader.ts';
import { clean, type Sentence, toPlain } from '../kit/inline.ts';

/**
 * A schedule in words: `weekdays at 09:00, Europe/Berlin`; a cron line that says more than days and a time as it is.
 * @returns plain text, a part of a sentence
 */
export function describeSchedule(reader: Reader, schedule: Schedule): string {
  return toPlain(toSentence(reader, schedule));
}

function toSentence({ words, list }: Reader, schedule: Schedule): Sentence {
  const { everyDay, weekdays, weekends, onDays, byCron, days: names } = words.schedules;
  const { zone } = schedule;
  const weekly = toWeekly(schedule);
  if (!weekly) return byCron({ line: clean(schedule.line), zone });
  const { days, time } = weekly;
  switch (days.join('')) {
    case '1234567':
      return everyDay({ time, zone });
    case '12345':
      return weekdays({ time, zone });
    case '67':
      return weekends({ time, zone });
    default:
      return onDays({ days: list(days.map((day) => toPlain(names[day]()))), time, zone });
  }
}

/** Code points of what a person typed. */
const MOST_SHOWN = 60;
const shown = (text: string): string => clean(text, MOST_SHOWN);

type Describe<Kind extends ScheduleFault['kind']> = (
  reader: Reader,
  fault: Extract<ScheduleFault, { kind: Kind }>,
) => Sentence;

/** A fault without words does not compile. */
const FAULTS: { readonly [Kind in ScheduleFault['kind']]: Describe<Kind> } = {
  'no-days': ({ words }) => words.schedules.faults.noDays(),
  'not-a-time': ({ words }) => words.schedules.faults.notATime(),
  'cron-too-long': ({ words }) => words.schedules.faults.cronTooLong({ most: MOST_CRON }),
  'field-count': ({ words }, { count }) => words.schedules.faults.fieldCount({ count }),
  'bad-field': ({ words }, { field, text }) => words.schedules.faults.badField[field]({ text: shown(text) }),
  'too-often': ({ words }, { everyMinutes }) =>
    words.schedules.faults.tooOften({ minutes: everyMinutes, least: LEAST_MINUTES_BETWEEN }),
  never: ({ words }) => words.schedules.faults.never(),
  'unknown-zone': describeZone,
};

function describeZone({ words, list }: Reader, fault: Extract<ScheduleFault, { kind: 'unknown-zone' }>): Sentence {
  const { noZone, unknownZone, ambiguousZone, shortZone } = words.schedules.faults;
  if (fault.text.trim() === '') return noZone();
  const text = shown(fault.text);
  const [zone, ...others] = zonesOfAbbreviation(fault.text);
  if (zone === undefined) return unknownZone({ text });
  return others.length > 0 ? ambiguousZone({ text, zones: list([zone, ...others], 'or') }) : shortZone({ text, zone });
}

/** A fault of a schedule in one sentence. @returns plain text: it stands on a field of a form */
export function describeScheduleFault(reader: Reader, fault: ScheduleFault): string {
  const describe = FAULTS[fault.kind] as Describe<ScheduleFault['kind']>;
  return toPlain(describe(reader, fault));
}
