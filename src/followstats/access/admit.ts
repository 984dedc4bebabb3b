import type { AuditAction, AuditEntry } from '../audit/audit.ts';
import { describeDecision } from '../commands/audit-entries.ts';
import type { Decision } from './access.ts';
import type { Gate, Refusal } from './gate.ts';
import type { Asker, Role } from './rules.ts';

/** How a person fared who wants to do something. */
export interface Admission {
  readonly decision: Decision;
  /** `undefined`: let in. */
  readonly refusal: Refusal | undefined;
  /** Keeps in the audit how it ended, with the rule that let them in. */
  keep(outcome: AuditEntry['outcome'], details: AuditEntry['details']): void;
}

/**
 * The one way in, for commands, shortcuts, buttons, forms and their fields alike: asked each time, and before anything is said
 * of what was typed, chosen or pressed.
 * @param needed the least role; `undefined` lets in anyone
 * @param details what the audit keeps of it beside the decision; never values
 */
export type Admit = (
  asker: Asker,
  needed: Role | undefined,
  action: AuditAction,
  details?: AuditEntry['details'],
) => Promise<Admission>;

interface Options {
  readonly gate: Gate;
  readonly record: (entries: readonly AuditEntry[]) => void;
}

/** Decides anew, and keeps each refusal. */
export function createAdmit({ gate, record }: Options): Admit {
  return async (asker, needed, action, about = {}) => {
    const { decision, refusal } = await gate(asker, needed);
    const { personId: actor, channelId } = asker;
    const keep: Admission['keep'] = (outcome, details) =>
      record([{ action, actor, channelId, outcome, details: { ...about, ...describeDecision(decision), ...details } }]);
    if (refusal) keep('refused', { why: refusal.reason });
    return { decision, refusal, keep };
  };
}
