import type { DigestReport } from '../../../digests/report/digest-report.ts';
import type { Schedule } from '../../../digests/schedule/schedule.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { listed } from '../kit/listed.ts';
import { someNames } from '../reports/report-sentences.ts';
import type { DigestNumbers } from './digest-numbers.ts';
import { describeSchedule } from './schedule-text.ts';

/** With a low threshold every account could cross it; the table shows all of them. */
const CROSSINGS_SHOWN = 10;

/** What is said of a slot apart from its numbers. */
export interface SlotView {
  readonly schedule: Schedule;
  /** Unix milliseconds. */
  readonly slot: number;
  readonly isLate: boolean;
  /** Slots right before this one that were missed. */
  readonly missedBefore: number;
}

/** The lines below the title: totals; period and zone; whether the slot is late, and what was missed before it. */
export function digestHead(
  reader: Reader,
  report: DigestReport,
  view: SlotView,
  numbers: DigestNumbers,
): readonly Sentence[] {
  const { firstRun, period } = reader.words.digestPosts;
  const { from, to } = report.period;
  const schedule = describeSchedule(reader, view.schedule);
  const when =
    from === undefined
      ? firstRun({ at: { time: to }, schedule })
      : period({ from: { time: from }, to: { time: to }, schedule });
  return [totals(reader, report, numbers), when, ...slotMarks(reader, view)];
}

function totals({ words }: Reader, { rows, read, total }: DigestReport, { delta }: DigestNumbers): Sentence {
  const { counted, total: inAll, totalChange, totalPartialChange } = words.digestPosts;
  const counts = { read, rows: rows.length, failed: rows.length - read };
  if (read === 0) return counted(counts);
  const { followers, compared, sinceLast } = total;
  if (!sinceLast) return inAll({ ...counts, followers });
  const change = delta(sinceLast);
  return compared < read
    ? totalPartialChange({ ...counts, followers, change, compared })
    : totalChange({ ...counts, followers, change });
}

/** Says of a slot that it is late, and that others were missed before it. */
function slotMarks({ words }: Reader, { slot, isLate, missedBefore }: SlotView): readonly Sentence[] {
  const { late, missedBefore: missed } = words.digestPosts;
  return [
    ...(isLate ? [late({ slot: { time: slot } })] : []),
    ...(missedBefore > 0 ? [missed({ runs: missedBefore })] : []),
  ];
}

/** The accounts whose followers moved by a threshold since they were last pointed out. */
export function crossingSentences(
  { words }: Reader,
  { crossings }: DigestReport,
  { delta }: DigestNumbers,
): readonly Sentence[] {
  const { crossing, moreCrossings } = words.digestPosts;
  const shown = crossings
    .slice(0, CROSSINGS_SHOWN)
    .map(({ account, followers, change }) =>
      crossing({ account: { code: account }, followers, change: delta(change) }),
    );
  const left = crossings.length - shown.length;
  return left > 0 ? [...shown, moreCrossings({ left })] : shown;
}

/** What else is news: movers, and which accounts came and went. */
export function newsSentences(reader: Reader, report: DigestReport, { change }: DigestNumbers): readonly Sentence[] {
  const posts = reader.words.digestPosts;
  const moved = report.movers.map(({ account, sinceLast }) =>
    posts.mover({ account: { code: account }, change: change(sinceLast) }),
  );
  return [
    ...(moved.length > 0 ? [posts.movers({ accounts: listed(reader, moved) })] : []),
    ...(['added', 'removed', 'gone', 'back'] as const).flatMap((news) =>
      report[news].length > 0 ? [posts[news]({ accounts: someNames(reader, report[news]) })] : [],
    ),
  ];
}
