import type { WatchId, WatchSpec } from '../../digests/watches/types.ts';
import type { AuditAction } from '../../followstats/audit-actions.ts';
import type { Changed } from '../transaction.ts';

type Details = Changed<unknown>['details'];

/** A change that was made, for the audit. */
export const done = (action: AuditAction, watch: WatchId, details: Details = {}) =>
  ({ action, outcome: 'done', details: { watch, ...details } }) as const;

/** A change that came to nothing, for the audit. @param why in one word */
export const failed = (action: AuditAction, watch: WatchId, why: string, details: Details = {}) =>
  ({ action, outcome: 'failed', details: { watch, ...details, why } }) as const;

/** What the audit keeps of a watch. */
export function describe({ channelId, accounts, lists }: WatchSpec): Details {
  return { channel: channelId, accounts: accounts.length, lists: lists.join(', ') };
}
