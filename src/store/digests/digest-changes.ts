import type { DigestId } from '../../digests/types.ts';
import type { AuditAction } from '../../followstats/audit-actions.ts';
import type { Changed } from '../transaction.ts';

/** What the audit keeps of a change besides its digest. */
export type Details = Changed<unknown>['details'];

/** A change that was made, for the audit. */
export const done = (action: AuditAction, digest: DigestId, details: Details = {}) =>
  ({ action, outcome: 'done', details: { digest, ...details } }) as const;

/** A change that came to nothing, for the audit. @param why in one word */
export const failed = (action: AuditAction, digest: DigestId, why: string, details: Details = {}) =>
  ({ action, outcome: 'failed', details: { digest, ...details, why } }) as const;
