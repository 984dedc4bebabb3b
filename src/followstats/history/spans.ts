const DAY_MS = 24 * 3_600_000;

/** How long back a history goes, as people type it. */
export const SPANS = ['7d', '30d', '90d', '1y'] as const;
/** One of `SPANS`. */
export type Span = (typeof SPANS)[number];

/** The one that is meant where none is typed. */
export const USUAL_SPAN: Span = '30d';

/** Days of a span, and the days between two of its instants, of which at most 14 fit: a year has one every fourth week. */
const DAYS: Readonly<Record<Span, { readonly days: number; readonly step: number }>> = {
  '7d': { days: 7, step: 1 },
  '30d': { days: 30, step: 3 },
  '90d': { days: 90, step: 9 },
  '1y': { days: 365, step: 28 },
};

/** How many days a span has. */
export function daysOf(span: Span): number {
  return DAYS[span].days;
}

/** The shortest span of at least so many days; the longest where none has as many. */
export function spanOf(days: number): Span {
  return SPANS.find((span) => DAYS[span].days >= days) ?? '1y';
}

/** The shortest span that goes back as far as a moment, or further; `undefined` where none does. Both Unix milliseconds. */
export function spanSince(since: number, until: number): Span | undefined {
  return SPANS.find((span) => layOutSpan(span, until).since <= since);
}

/** The instants at which a history shows what was last read, Unix milliseconds, the oldest first. */
export interface TimeAxis {
  /** At most 14, each a step after the one before; the last is the end of the span. */
  readonly instants: readonly number[];
  /** Whole days, in milliseconds. A reading as old as that says nothing of an instant: it belongs to the one before. */
  readonly stepMs: number;
  /** Where the span begins, at or before the first instant. */
  readonly since: number;
}

/** Lays out a span. @param until where it ends, Unix milliseconds */
export function layOutSpan(span: Span, until: number): TimeAxis {
  const { days, step } = DAYS[span];
  const [steps, stepMs] = [Math.floor(days / step), step * DAY_MS];
  return {
    instants: Array.from({ length: steps + 1 }, (_, n) => until - (steps - n) * stepMs),
    stepMs,
    since: until - days * DAY_MS,
  };
}
