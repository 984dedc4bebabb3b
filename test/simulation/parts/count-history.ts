import type { FollowCounts } from '../../../src/followstats/types.ts';
import { DAY } from '../faults/fault.ts';

/**
 * Whether an account had certain counts at any moment of a time, both ends included, Unix milliseconds. Only those given are
 * compared. Also `true` of times before what is kept.
 */
export type HadCounts = (account: string, counts: Partial<FollowCounts>, from: number, to: number) => boolean;

/**
 * The fewest and the most followers that an account had in a time, both ends included, Unix milliseconds; `undefined` of one that
 * isn't known, and of times before what is kept.
 */
export type FollowersBetween = (
  account: string,
  from: number,
  to: number,
) => { readonly least: number; readonly most: number } | undefined;

/** What the counts of Chat's accounts were, and when. */
export interface CountHistory {
  /** To be called after each change with an account's counts from now on. */
  note(account: string, counts: FollowCounts): void;
  readonly hadCounts: HadCounts;
  readonly followersBetween: FollowersBetween;
}

interface Entry {
  readonly since: number;
  readonly counts: FollowCounts;
}

/** Longer than any change that the app tells goes back. */
const KEPT_MS = 40 * DAY;

/** @param now Unix milliseconds */
export function createCountHistory(now: () => number): CountHistory {
  const entries = new Map<string, Entry[]>();
  return {
    note(account, counts) {
      const known = entries.get(account) ?? [];
      entries.set(account, known);
      known.push({ since: now(), counts });
      while ((known[1]?.since ?? Number.POSITIVE_INFINITY) < now() - KEPT_MS) known.shift();
    },
    hadCounts(account, counts, from, to) {
      const known = entries.get(account) ?? [];
      if (known.length > 0 && from < (known[0] as Entry).since) return true;
      return known.some(
        ({ since, counts: then }, n) =>
          since <= to && from <= (known[n + 1]?.since ?? Number.POSITIVE_INFINITY) && isSame(then, counts),
      );
    },
    followersBetween(account, from, to) {
      const known = entries.get(account) ?? [];
      if (known.length === 0 || from < (known[0] as Entry).since) return undefined;
      const then = known
        .filter(({ since }, n) => since <= to && from <= (known[n + 1]?.since ?? Number.POSITIVE_INFINITY))
        .map(({ counts }) => counts.followers);
      return { least: Math.min(...then), most: Math.max(...then) };
    },
  };
}

const isSame = (counts: FollowCounts, given: Partial<FollowCounts>): boolean =>
  Object.entries(given).every(([name, count]) => counts[name as keyof FollowCounts] === count);
