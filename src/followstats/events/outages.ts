import type { HearingSpan } from './ports.ts';

/** A time in which no webhooks were taken, Unix milliseconds. */
export interface Outage {
  readonly from: number;
  readonly to: number;
}

/** What is known of how well a period was heard. */
export interface Heard {
  /** Whether webhooks were taken at any time of it. */
  readonly any: boolean;
  /** When none were, the earliest first. */
  readonly outages: readonly Outage[];
  /** Events that were lost in it, as far as that is known. */
  readonly lost: number;
}

/** Between two writes of a span it is this old at most, with room for a store that is slow; older, and its process has ended. */
const FRESH_MS = 90_000;
/** Two processes that take turns need so long. */
const LEAST_OUTAGE_MS = 1000;

/**
 * Finds out how well a period was heard.
 * @param spans that touch it
 * @param now Unix milliseconds; a span that ends just before it goes on
 */
export function findOutages(
  spans: readonly HearingSpan[],
  { since, until, now }: { readonly since: number; readonly until: number; readonly now: number },
): Heard {
  const hearing = spans
    .filter(({ kind }) => kind === 'hearing')
    .map((span) => ({ since: span.since, until: span.until >= now - FRESH_MS ? now : span.until }))
    .filter((span) => span.until >= since && span.since <= until)
    .toSorted((one, other) => one.since - other.since);
  const outages: Outage[] = [];
  let heardUntil = since;
  for (const span of hearing) {
    if (span.since - heardUntil >= LEAST_OUTAGE_MS) outages.push({ from: heardUntil, to: span.since });
    heardUntil = Math.max(heardUntil, span.until);
  }
  if (until - heardUntil >= LEAST_OUTAGE_MS) outages.push({ from: heardUntil, to: until });
  const lost = spans.filter(({ kind, ...span }) => kind === 'lost' && span.until >= since && span.since <= until);
  return { any: hearing.length > 0, outages, lost: lost.reduce((sum, { events }) => sum + events, 0) };
}
