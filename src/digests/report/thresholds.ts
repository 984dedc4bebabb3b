import { type Delta, delta } from '../../followstats/reports/delta.ts';
import type { Row } from '../../followstats/reports/report.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { Mark, Thresholds } from '../types.ts';

/** An account whose followers moved by a threshold since it was last told of. */
export interface Crossing {
  readonly account: AccountId;
  readonly followers: number;
  /** Since it was last told of, or first read. */
  readonly change: Delta;
}

/**
 * Tells of an account once: what it has then is what it must move from, by the whole threshold and either way, to be told
 * of again. So neither hovering around a number nor a slow drift over many posts is told twice, and neither is lost.
 * @param before what the last post said of the account
 */
export function crossingOf(
  { account, lookup }: Row,
  before: Mark | undefined,
  { absolute, percent }: Thresholds,
): Crossing | undefined {
  if (lookup.kind === 'failed' || before?.reference === undefined) return undefined;
  const { followers } = lookup;
  const change = delta(followers, before.reference);
  const isFar = absolute !== undefined && Math.abs(change.by) >= absolute;
  // Any change from 0 is more than every percentage.
  const ratio = Math.abs(change.ratio ?? (change.by === 0 ? 0 : Number.POSITIVE_INFINITY));
  const isMuch = percent !== undefined && ratio * 100 >= percent;
  return isFar || isMuch ? { account, followers, change } : undefined;
}
