import type { AuditEntry } from '../audit/audit.ts';
import type { AuditDetails, AuditOutcome } from '../audit/details.ts';
import type { AuditAction } from '../audit-actions.ts';
import type { PersonId } from '../ids.ts';
import { type Access, type Decision, isGranted, type NoRole } from './access.ts';
import { type Asker, describeSubject, mayActAs, type Role } from './rules.ts';

/** Why a person may not do what they asked for, and the ids of the persons who can change that. */
export type Denial = { readonly admins: readonly PersonId[] } & Insufficient;

type Insufficient =
  | { readonly reason: NoRole }
  | { readonly reason: 'low-role'; readonly role: Role; readonly needed: Role };

/** Whether a person may do something. */
export interface Authorization {
  readonly decision: Decision;
  /** The persons named as admins: who can help. */
  readonly admins: readonly PersonId[];
  /** `undefined`: they may. */
  readonly denial: Denial | undefined;
  /** Writes to the audit how it ended, with the rule that let them in. Returns at once and never throws. */
  keep(outcome: AuditOutcome, details: AuditDetails): void;
}

/**
 * Authorizes commands, shortcuts, buttons, forms and their fields alike: called each time, and before anything is said of
 * what was typed or chosen. Rejects for a bug alone: what can't
 * be read counts against the person.
 * @param needed the least role; `undefined`: everyone may
 * @param details what the audit keeps of it beside the decision; never values
 */
export type Authorize = (
  asker: Asker,
  needed: Role | undefined,
  action: AuditAction,
  details?: AuditDetails,
) => Promise<Authorization>;

interface Options {
  readonly access: Pick<Access, 'decideWithAdmins'>;
  /** Writes to the audit. */
  readonly record: (entries: readonly AuditEntry[]) => void;
}

/** Decides anew each time, and writes each denial to the audit. */
export function createAuthorize({ access, record }: Options): Authorize {
  return async (asker, needed, action, about = {}) => {
    const { decision, admins } = await access.decideWithAdmins(asker);
    const insufficient = compare(decision, needed);
    const denial = insufficient && { ...insufficient, admins };
    const { personId: actor, channelId } = asker;
    const keep: Authorization['keep'] = (outcome, details) =>
      record([{ action, actor, channelId, outcome, details: { ...about, ...describeDecision(decision), ...details } }]);
    if (denial) keep('refused', { why: denial.reason });
    return { decision, admins, denial, keep };
  };
}

/** Why a decision isn't enough; `undefined` when it is. */
function compare(decision: Decision, needed: Role | undefined): Insufficient | undefined {
  if (needed === undefined || mayActAs(decision.role, needed)) return undefined;
  if (decision.role === undefined) return { reason: decision.reason };
  // What couldn't be read might have been enough.
  return decision.isPartial ? { reason: 'unreadable' } : { reason: 'low-role', role: decision.role, needed };
}

/** Which rule decided, and whose it is, as the audit keeps it. */
export function describeDecision(decision: Decision): AuditDetails {
  if (decision.role === undefined) return { rule: decision.reason };
  const { rule } = decision;
  const from = isGranted(rule) ? `granted by ${rule.by}` : 'configuration';
  return { rule: `${describeSubject(rule.subject)}, ${rule.role}, ${from}` };
}
