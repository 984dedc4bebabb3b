import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import type { ViewId } from '../sending/reply-to.ts';

/** Longer than any answer takes, milliseconds; a view in which something was sent offers that no more. */
const CLAIM_MS = 10 * 60_000;

/**
 * Keeps the history of one view from being sent twice, by any replica, when its button is pressed twice.
 * @returns whether the caller may send it; rejects with `store_unavailable`
 */
export type ClaimHistory = (viewId: ViewId) => Promise<boolean>;

/** Makes a `ClaimHistory`. */
export function createClaimHistory(values: Pick<ExpiringValues, 'add'>): ClaimHistory {
  return (viewId) => values.add(`history-sent:${viewId}`, '', CLAIM_MS);
}
