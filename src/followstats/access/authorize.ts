import type { AuditAction, AuditEntry } from '../audit/audit.ts';
import { describeDecision } from '../commands/audit-entries.ts';
import type { Decision } from './access.ts';
import type { Denial, Gate } from './gate.ts';
import type { Asker, Role } from './rules.ts';

/** How a person fared who wants to do something. */
export interface Authorization {
  readonly decision: Decision;
  /** `undefined`: let in. */
  readonly denial: Denial | undefined;
  /** Keeps in the audit how it ended, with the rule that let them in. */
  keep(outcome: AuditEntry['outcome'], details: AuditEntry['details']): void;
}

/**
 * The one way in, for commands, shortcuts, buttons, forms and their fields alike: asked each time, and before anything is said
 * of what was typed, chosen or pressed.
 * @param needed the least role; `undefined` lets in anyone
 * @param details what the audit keeps of it beside the decision; never values
 */
export type Authorize = (
  asker: Asker,
  needed: Role | undefined,
  action: AuditAction,
  details?: AuditEntry['details'],
) => Promise<Authorization>;

interface Options {
  readonly gate: Gate;
  readonly record: (entries: readonly AuditEntry[]) => void;
}

/** Decides anew, and keeps each denial. */
export function createAuthorize({ gate, record }: Options): Authorize {
  return async (asker, needed, action, about = {}) => {
    const { decision, denial } = await gate(asker, needed);
    const { personId: actor, channelId } = asker;
    const keep: Authorization['keep'] = (outcome, details) =>
      record([{ action, actor, channelId, outcome, details: { ...about, ...describeDecision(decision), ...details } }]);
    if (denial) keep('refused', { why: denial.reason });
    return { decision, denial, keep };
  };
}
