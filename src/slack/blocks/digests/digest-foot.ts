import type { DigestReport } from '../../../digests/report/digest-report.ts';
import type { Schedule } from '../../../digests/schedule/schedule.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeDateAndTime, writeSpan } from '../kit/instant.ts';
import { describeSchedule } from './schedule-text.ts';

/** What is said of a slot apart from its numbers. */
export interface SlotView {
  readonly schedule: Schedule;
  /** Unix milliseconds. */
  readonly slot: number;
  readonly isLate: boolean;
  /** Slots right before this one that were missed. */
  readonly missedBefore: number;
}

/** How the post came about: its period, schedule and zone; what couldn't be read, was late or was missed. */
export function digestFoot(reader: Reader, { rows, read, period }: DigestReport, view: SlotView): Sentence {
  const { foot, dot } = reader.words.digestPosts;
  const { from, to } = period;
  const { schedule, slot, isLate, missedBefore } = view;
  const parts: readonly Sentence[] = [
    [from === undefined ? writeDateAndTime(reader, to, to) : writeSpan(reader, from, to)],
    [describeSchedule(reader, schedule)],
    ...(read > 0 && read < rows.length ? [foot.read({ read, rows: rows.length })] : []),
    ...(isLate ? [foot.late({ slot: writeDateAndTime(reader, slot, to) })] : []),
    ...(missedBefore > 0 ? [foot.missed({ runs: missedBefore })] : []),
  ];
  return parts.flatMap((part, n) => (n > 0 ? [...dot(), ...part] : part));
}
