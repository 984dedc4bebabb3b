import type { DigestForm } from '../../../digests/form/digest-form.ts';
import { readFormSchedule } from '../../../digests/form/read-form.ts';
import { CRON_FIELDS } from '../../../digests/schedule/cron-line.ts';
import { nextRuns, type ScheduleFault } from '../../../digests/schedule/schedule.ts';
import { dateFormat } from '../../../followstats/formats.ts';
import type { Reader } from '../../words/reader.ts';
import { toBullets, toRichText } from '../kit/inline.ts';
import type { MessageBlock } from '../kit/reply.ts';
import { asUtc } from './digest-fields.ts';
import { describeScheduleFault } from './schedule-text.ts';

const RUNS_SHOWN = 3;

/**
 * The next runs on the clocks of the digest's own zone, which is named. In their place stands what is wrong with a cron line, in
 * the words that *Save* has for it; while a schedule isn't filled in to its end, only that they come.
 * @param now Unix milliseconds
 */
export function showNextRuns(reader: Reader, form: DigestForm, now: number): readonly MessageBlock[] {
  const words = reader.words.digestForm;
  const read = readFormSchedule(form);
  if ('fault' in read) {
    const { fault } = read;
    return [toRichText([isUnfinished(fault) ? words.noNextRuns() : [describeScheduleFault(reader, fault)]])];
  }
  const { zone } = read.schedule;
  const format = dateFormat(reader.dateLocale, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  // Some languages would put it between the day and the time.
  const offset = dateFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' });
  const offsetOf = (run: number) => offset.formatToParts(run).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const runs = nextRuns(read.schedule, now, RUNS_SHOWN).map((run) => [`${format.format(run)} ${asUtc(offsetOf(run))}`]);
  return [toRichText([words.nextRuns({ zone })]), toBullets(runs)];
}

/** Whether only something is missing yet, as it is while a person types. */
function isUnfinished(fault: ScheduleFault): boolean {
  switch (fault.kind) {
    case 'no-days':
    case 'not-a-time':
    case 'unknown-zone':
      return true;
    case 'field-count':
      return fault.count < CRON_FIELDS.length;
    default:
      return false;
  }
}
