import type { ActionsBlock, Button } from '@slack/types';
import { courseOf, earlierOf, type History } from '../../../followstats/history/history.ts';
import { writeHistory } from '../../../followstats/history/read.ts';
import { daysOf, type Span, spanSince } from '../../../followstats/history/spans.ts';
import type { Who } from '../../../followstats/typed/who.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { button } from '../kit/button.ts';
import { offer } from '../kit/offer.ts';

/**
 * The same accounts over another time, where that shows more: a shorter one of readings that all lie behind one instant, or one
 * that reaches the last readings of accounts that have only older ones.
 * @param who whom the history was asked for
 */
export function spanButtons(reader: Reader, history: History, who: Who | undefined): readonly Button[] {
  const spans = new Set([closerSpan(history), longerSpan(history)].filter((span) => span !== undefined));
  const asked = who ?? history.who.accounts.map((account) => ({ kind: 'account' as const, account }));
  return offer(
    reader,
    ...[...spans].map((span) => ({
      key: `span-${span}`,
      words: wordsOf(reader, span),
      deed: { command: writeHistory({ who: asked, span }) },
    })),
  );
}

function wordsOf({ words: { history } }: Reader, span: Span) {
  if (span === '1y') return history.overYear;
  const { text, label } = history.overDays;
  const days = { days: daysOf(span) };
  return { text: () => text(days), label: () => label(days) };
}

/** The shortest that goes back to the first reading of all accounts, where none of them has readings at two instants. */
function closerSpan({ accounts, span, at }: History): Span | undefined {
  if (accounts.some((one) => courseOf(one)) || !accounts.some((one) => earlierOf(one))) return undefined;
  const closer = spanSince(Math.min(...accounts.map(({ first }) => first.readAt)), at);
  return closer !== undefined && daysOf(closer) < daysOf(span) ? closer : undefined;
}

/** The shortest that reaches the last readings of all accounts that have only older ones, as far as any does. */
function longerSpan({ unkept, at }: History): Span | undefined {
  const spans = unkept.flatMap(({ last }) => (last && spanSince(last.readAt, at)) ?? []);
  return spans.toSorted((a, b) => daysOf(b) - daysOf(a))[0];
}

interface Offered {
  /** What its buttons hold. */
  readonly value: string;
  /** Whether others are there to share it with. */
  readonly mayShare: boolean;
}

/** What can be done with the history itself. */
export function historyButtons({ words: { reports, history } }: Reader, { value, mayShare }: Offered): ActionsBlock {
  const share = mayShare ? [button(ACTIONS.share, reports.share, value)] : [];
  return { type: 'actions', elements: [...share, button(ACTIONS.historyCsv, history.csv, value)] };
}
