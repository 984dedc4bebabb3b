import type { History, UnkeptAccount } from '../../../src/followstats/history/history.ts';
import { layOutSpan, type Span } from '../../../src/followstats/history/spans.ts';
import type { Resolved } from '../../../src/followstats/reports/resolve.ts';
import type { Snapshot } from '../../../src/followstats/reports/snapshots.ts';
import type { AccountId } from '../../../src/followstats/types.ts';

export const AT = Date.UTC(2026, 10, 23, 10, 30);

/** A reading; its other counts follow from its followers. */
export function reading(followers: number, readAt: number): Snapshot {
  return { followers, following: followers % 1000, mutual: followers % 100, readAt };
}

interface More {
  readonly span?: Span;
  readonly at?: number;
  readonly named?: Partial<Resolved>;
  readonly unkept?: readonly UnkeptAccount[];
  readonly joining?: History['joining'];
  /** What was first read of accounts, where that isn't what they had at the first of the instants. */
  readonly firsts?: Readonly<Record<string, Snapshot>>;
}

/**
 * A history of accounts, each with its followers at the last instants; `undefined` where nothing was read. Each reading is a
 * minute older than its instant.
 */
export function historyOf(
  rows: Readonly<Record<string, readonly (number | undefined)[]>>,
  { span = '30d', at = AT, named = {}, unkept = [], firsts = {}, joining }: More = {},
): History {
  const { instants } = layOutSpan(span, at);
  const accounts = Object.entries(rows).map(([id, followers]) => {
    const padding = instants.length - followers.length;
    const readings = instants.map((instant, place) => {
      const count = followers[place - padding];
      return count === undefined ? undefined : reading(count, instant - 60_000);
    });
    const oldest = readings.find((one) => one !== undefined);
    return { account: id as AccountId, readings, first: firsts[id] ?? oldest ?? reading(0, at) };
  });
  const ids = [...accounts, ...unkept].map(({ account }) => account);
  return {
    who: { accounts: ids, linked: [], unlinked: [], empty: [], ...named },
    ...{ span, at, instants, accounts, unkept, joining },
  };
}

/** As many numbers as the instants of a span, each larger than the one before by the step. */
export function growing(first: number, step: number, count = 11): readonly number[] {
  return Array.from({ length: count }, (_, n) => first + n * step);
}
