import { type Delta, delta } from '../../followstats/reports/delta.ts';
import type { Row } from '../../followstats/reports/report.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { PostedReading } from '../runs.ts';
import type { Thresholds } from '../types.ts';
import { baselineOf } from './posted-readings.ts';

/** An account whose followers moved by a threshold since a post last named it for that. */
export interface Crossing {
  readonly account: AccountId;
  readonly followers: number;
  /** The threshold that it moved by; the absolute one where both were crossed. */
  readonly passed: { readonly kind: 'absolute' | 'percent'; readonly size: number };
  /** Since it was last named, or first read. */
  readonly change: Delta;
}

/**
 * Compares an account's followers with its threshold baseline. Once a post has named it, what it has then is the baseline from
 * which it must move by the whole threshold, either way, to be named again: hovering around a number is named once, and a slow
 * drift over many posts is not lost.
 * @param before what the last post said of the account
 * @returns `undefined` when no threshold is crossed, or there is nothing to compare with
 */
export function crossingOf(
  { account, lookup }: Row,
  before: PostedReading | undefined,
  { absolute, percent }: Thresholds,
): Crossing | undefined {
  const baseline = baselineOf(before);
  if (lookup.kind === 'failed' || baseline === undefined) return undefined;
  const { followers } = lookup;
  const change = delta(followers, baseline);
  // Any change from 0 is more than every percentage.
  const ratio = Math.abs(change.ratio ?? (change.by === 0 ? 0 : Number.POSITIVE_INFINITY));
  if (absolute !== undefined && Math.abs(change.by) >= absolute) {
    return { account, followers, change, passed: { kind: 'absolute', size: absolute } };
  }
  if (percent !== undefined && ratio * 100 >= percent) {
    return { account, followers, change, passed: { kind: 'percent', size: percent } };
  }
  return undefined;
}
