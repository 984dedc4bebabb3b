import type { DigestReport } from '../../../digests/report/digest-report.ts';
import type { Schedule } from '../../../digests/schedule/schedule.ts';
import type { AccountId } from '../../../followstats/types.ts';
import { PENDING_READER } from '../../words/pending-reader.ts';
import type { Inline, Sentence } from '../kit/inline.ts';
import { someNames } from '../reports/report-sentences.ts';
import type { DigestWords } from './digest-changes.ts';
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

/** The lines below the title: totals; period and zone; what went wrong with the slot itself. */
export function digestHead(report: DigestReport, view: SlotView, words: DigestWords): readonly Sentence[] {
  const { from, to } = report.period;
  const period: readonly Inline[] =
    from === undefined ? ['First run, ', { time: to }] : [{ time: from }, ' – ', { time: to }];
  return [totals(report, words), [...period, ` · ${describeSchedule(view.schedule)}`], ...slotMarks(view)];
}

function totals({ rows, read, total }: DigestReport, words: DigestWords): Sentence {
  const failed = read < rows.length ? `, ${words.number(rows.length - read)} failed` : '';
  const counted = `${words.number(read)} of ${words.number(rows.length)} read${failed}`;
  if (read === 0) return [{ bold: counted }];
  const over = total.compared < read ? ` over ${words.number(total.compared)} accounts` : '';
  const change = total.sinceLast ? `, ${words.delta(total.sinceLast)}${over}` : '';
  return [{ bold: counted }, ` · ${words.number(total.followers)} followers in all${change}`];
}

/** Says of a slot that it is late, and that others were missed before it. */
function slotMarks({ slot, isLate, missedBefore }: SlotView): readonly Sentence[] {
  const missed = missedBefore === 1 ? 'One run before this one was' : `${missedBefore} runs before this one were`;
  return [
    ...(isLate ? [[{ bold: 'Late' }, ': this was due ', { time: slot }, '.']] : []),
    ...(missedBefore > 0 ? [[`${missed} missed, since followstats was not running.`]] : []),
  ];
}

/** The accounts that moved by a threshold since they were last told of. */
export function crossingSentences({ crossings }: DigestReport, words: DigestWords): readonly Sentence[] {
  const shown = crossings
    .slice(0, CROSSINGS_SHOWN)
    .map(
      ({ account, followers, change }): Sentence => [
        { bold: 'Threshold' },
        ': ',
        { code: account },
        ` has ${words.number(followers)} followers, ${words.delta(change)} since it was last told of.`,
      ],
    );
  const left = crossings.length - shown.length;
  return left > 0 ? [...shown, [`… and ${words.number(left)} more accounts crossed their threshold.`]] : shown;
}

/** What else is news: movers, and who came and went. */
export function newsSentences(report: DigestReport, words: DigestWords): readonly Sentence[] {
  const { movers, added, removed, gone, back } = report;
  const moved = movers.flatMap(({ account, sinceLast }, n): Inline[] => [
    ...(n > 0 ? [', '] : []),
    { code: account },
    ` ${words.change(sinceLast)}`,
  ]);
  return [
    ...(moved.length > 0 ? [[{ bold: 'Top movers' }, ': ', ...moved]] : []),
    ...named('New in this digest', added),
    ...named('No longer in this digest', removed),
    ...named('Gone from Chat', gone),
    ...named('Back in Chat', back),
  ];
}

function named(title: string, accounts: readonly AccountId[]): readonly Sentence[] {
  return accounts.length > 0 ? [[{ bold: title }, ': ', ...someNames(PENDING_READER, accounts)]] : [];
}
