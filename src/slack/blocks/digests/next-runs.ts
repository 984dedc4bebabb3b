import { type DigestForm, readFormSchedule } from '../../../digests/form/digest-form.ts';
import { nextRuns } from '../../../digests/schedule/schedule.ts';
import { toBullets, toRichText } from '../kit/inline.ts';
import type { MessageBlock } from '../kit/reply.ts';
import { describeScheduleFault } from './schedule-text.ts';

const RUNS_SHOWN = 3;

interface View {
  /** Unix milliseconds. */
  readonly now: number;
  /** The reader's, BCP 47. */
  readonly locale: string;
}

/** The next runs on the clocks of the digest's own zone, which is named, or what is wrong with its schedule. */
export function showNextRuns(form: DigestForm, { now, locale }: View): readonly MessageBlock[] {
  const read = readFormSchedule(form);
  if ('fault' in read) return [toRichText([[{ bold: 'No next runs' }, `: ${describeScheduleFault(read.fault)}`]])];
  const { schedule } = read;
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: schedule.zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  });
  const runs = nextRuns(schedule, now, RUNS_SHOWN).map((run) => [format.format(run)]);
  return [toRichText([[{ bold: `Next runs, ${schedule.zone}` }, ':']]), toBullets(runs)];
}
