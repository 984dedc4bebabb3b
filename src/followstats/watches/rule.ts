/** How far back a change is counted. */
export const WATCH_SPANS = ['hour', 'day', 'week'] as const;
/** One of `WATCH_SPANS`. */
export type WatchSpan = (typeof WATCH_SPANS)[number];

/** How long each is, milliseconds. */
export const SPAN_MS: Readonly<Record<WatchSpan, number>> = {
  hour: 3_600_000,
  day: 24 * 3_600_000,
  week: 7 * 24 * 3_600_000,
};

/** The kinds of rules, in the order in which a form offers them. */
export const RULE_KINDS = ['reaches', 'falls-below', 'gains', 'loses', 'disappears'] as const;
/** One of `RULE_KINDS`. */
export type RuleKind = (typeof RULE_KINDS)[number];

/** A change: followers, whole, at least 1; or per cent of what they were, above 0. */
export type Amount = { readonly unit: 'followers' | 'percent'; readonly size: number };

/** When a watch tells of an account. */
export type WatchRule =
  /** It has so many followers or more; it has fewer. `followers`: whole, at least 1. */
  | { readonly kind: 'reaches' | 'falls-below'; readonly followers: number }
  /** Its followers have changed by so much or more within the span. */
  | { readonly kind: 'gains' | 'loses'; readonly by: Amount; readonly span: WatchSpan }
  /** Chat doesn't know it any more. */
  | { readonly kind: 'disappears' };

/**
 * The number of followers from which on a rule about a number is armed again, once it was met: 99 % of it and less for
 * *reaches*, 101 % and more for *falls below*. So a count that hovers around the number is alerted once.
 */
export function armedAgainAt({ kind, followers }: Extract<WatchRule, { readonly followers: number }>): number {
  // Whole numbers, since followers are: no part of one is lost in the division.
  return kind === 'reaches' ? Math.floor((followers * 99) / 100) : Math.ceil((followers * 101) / 100);
}
