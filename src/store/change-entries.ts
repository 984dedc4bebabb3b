import type { AuditAction } from '../followstats/audit-actions.ts';
import type { Changed } from './transaction.ts';

/** What the audit keeps of a change besides what was changed. */
export type Details = Changed<unknown>['details'];

/** What the audit says of changes of one kind of thing, whose number it keeps under that name. */
export function createChangeEntries(detail: 'digest' | 'watch') {
  return {
    /** A change that was made. */
    done: (action: AuditAction, id: string, details: Details = {}) =>
      ({ action, outcome: 'done', details: { [detail]: id, ...details } }) as const,
    /** A change that came to nothing. @param why in one word */
    failed: (action: AuditAction, id: string, why: string, details: Details = {}) =>
      ({ action, outcome: 'failed', details: { [detail]: id, ...details, why } }) as const,
  };
}
