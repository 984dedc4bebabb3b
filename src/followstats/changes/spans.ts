const HOUR_MS = 3_600_000;

/** How long back changes go, as people type it. */
export const CHANGE_SPANS = ['24h', '7d', '30d'] as const;
/** One of `CHANGE_SPANS`. */
export type ChangeSpan = (typeof CHANGE_SPANS)[number];

/** The one that is meant where none is typed. */
export const USUAL_CHANGE_SPAN: ChangeSpan = '24h';

/** Whole days of each. */
const DAYS: Readonly<Record<ChangeSpan, number>> = { '24h': 1, '7d': 7, '30d': 30 };

/** How many days a span has. */
export const changeDaysOf = (span: ChangeSpan): number => DAYS[span];

/** How long a span is, milliseconds. */
export const changeMsOf = (span: ChangeSpan): number => DAYS[span] * 24 * HOUR_MS;

/** The shortest span of at least so many days; the longest where none has as many. */
export function changeSpanOf(days: number): ChangeSpan {
  return CHANGE_SPANS.find((span) => DAYS[span] >= days) ?? '30d';
}
