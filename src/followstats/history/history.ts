import type { Resolved } from '../reports/resolve.ts';
import type { Snapshot } from '../reports/snapshots.ts';
import type { AccountId } from '../types.ts';
import type { Joining } from './joining-curve.ts';
import type { Span } from './spans.ts';

/** What some accounts had over time. All renderings of it are made from this. */
export interface History {
  readonly who: Resolved;
  readonly span: Span;
  /** When it was asked for, Unix milliseconds: the last of the instants. */
  readonly at: number;
  /** Unix milliseconds, evenly spaced, the oldest first; at most 14. */
  readonly instants: readonly number[];
  /** Those of which there is a reading at one of the instants at least, in the order asked. */
  readonly accounts: readonly AccountHistory[];
  /** The others, in the order asked. */
  readonly unkept: readonly UnkeptAccount[];
  /** Of a single account that was first read after the first instant: the time before. */
  readonly joining?: Joining | undefined;
}

/** What one account had over time. */
export interface AccountHistory {
  readonly account: AccountId;
  /** One an instant: what was read last by then; `undefined` where nothing was read since the instant before. */
  readonly readings: readonly (Snapshot | undefined)[];
  /** What was first read of it of all, perhaps long before the span, or behind the same instant as the last. */
  readonly first: Snapshot;
}

/** An account of which nothing was read in the whole span. */
export interface UnkeptAccount {
  readonly account: AccountId;
  /** What was read last of it, before the span. */
  readonly last?: Snapshot | undefined;
  /** The known account that it was probably meant to be. */
  readonly meant?: AccountId | undefined;
}

/** A reading, and at which of the instants it stands. */
export interface Placed {
  readonly place: number;
  readonly reading: Snapshot;
}

/** The readings that there are, the oldest first; at least one of each account of a history. */
function readingsOf({ readings }: Pick<AccountHistory, 'readings'>): readonly Placed[] {
  return readings.flatMap((reading, place) => (reading ? [{ place, reading }] : []));
}

/** What an account had last. */
export function lastOf(one: Pick<AccountHistory, 'readings'>): Snapshot {
  const last = readingsOf(one).at(-1);
  if (!last) throw new Error('an account of a history without a reading');
  return last.reading;
}

/** When an account was first read of all, Unix milliseconds, where that is later than the first instant. */
export function begunOf({ first }: AccountHistory, { instants }: Pick<History, 'instants'>): number | undefined {
  return first.readAt > (instants[0] ?? first.readAt) ? first.readAt : undefined;
}

/** How an account's followers changed from its first reading to its last, of those at the instants. */
export interface Course {
  readonly first: Placed;
  readonly last: Placed;
}

/** @returns `undefined` where there are no two readings to compare */
export function courseOf(one: Pick<AccountHistory, 'readings'>): Course | undefined {
  const placed = readingsOf(one);
  const [first, last] = [placed.at(0), placed.at(-1)];
  return first && last && first !== last ? { first, last } : undefined;
}

/** What there was before an account's last reading, of all that was ever kept; `undefined` where that is its only one. */
export function earlierOf(one: Pick<AccountHistory, 'readings' | 'first'>): Snapshot | undefined {
  return courseOf(one)?.first.reading ?? (one.first.readAt < lastOf(one).readAt ? one.first : undefined);
}

/**
 * How many followers an account had more at each instant than at the last one before that has a reading; `undefined` where one of
 * the two is missing.
 */
export function changesOf(one: Pick<AccountHistory, 'readings'>): readonly (number | undefined)[] {
  let before: Snapshot | undefined;
  return one.readings.map((reading) => {
    const by = reading && before && reading.followers - before.followers;
    before = reading ?? before;
    return by;
  });
}

/** Consecutive instants without a reading, by their places, both included. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * Where an account has readings before and behind a time without any, or had some before the first instant. What came before it
 * was first read of all is no gap; nor is the time since its last reading.
 */
export function gapsOf(one: AccountHistory, history: Pick<History, 'instants'>): readonly Gap[] {
  const places = readingsOf(one).map(({ place }) => place);
  const known = begunOf(one, history) === undefined ? [-1, ...places] : places;
  return known.flatMap((place, n) => {
    const next = known[n + 1];
    return next !== undefined && next - place > 1 ? [{ from: place + 1, to: next - 1 }] : [];
  });
}
