import type { Asker, Role } from './access.ts';
import type { AuditAction, AuditEntry } from './audit.ts';
import { describeDecision } from './audit-question.ts';
import type { Gate, Refusal } from './gate.ts';

/** Somebody at the gate with something that is no command: a form's button. */
export interface Admission {
  /** `undefined`: let in. */
  readonly refusal: Refusal | undefined;
  /** Keeps in the audit how it ended, with the rule that let them in. */
  keep(outcome: AuditEntry['outcome'], details: AuditEntry['details']): void;
}

export type Admit = (asker: Asker, needed: Role, action: AuditAction) => Promise<Admission>;

interface Options {
  readonly gate: Gate;
  readonly record: (entries: readonly AuditEntry[]) => void;
}

/** Decides anew, and keeps each refusal. */
export function createAdmit({ gate, record }: Options): Admit {
  return async (asker, needed, action) => {
    const { decision, refusal } = await gate(asker, needed);
    const { personId: actor, channelId } = asker;
    const keep: Admission['keep'] = (outcome, details) =>
      record([{ action, actor, channelId, outcome, details: { ...describeDecision(decision), ...details } }]);
    if (refusal) keep('refused', { why: refusal.reason });
    return { refusal, keep };
  };
}
