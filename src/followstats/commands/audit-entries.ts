import type { Decision } from '../access/access.ts';
import { describeDecision } from '../access/authorize.ts';
import type { AuditEntry } from '../audit/audit.ts';
import { APP_FAULT } from '../audit/audit-ending.ts';
import type { Ended } from '../subcommand.ts';
import type { Answer, Invocation, RoomOutcome } from './answer.ts';
import { endsOf } from './answer-rows.ts';
import { describeCommand } from './command-rows.ts';

/**
 * Returns what the audit keeps of an invocation, with the rule that let it in. A denial isn't among it, since that was written
 * where it was decided (`createAuthorize`); nor is what the store was asked to change: it wrote that itself, with the change.
 * @param decision `undefined` when the time ran out before it was made
 * @param answer `undefined` when the invocation ended in a fault of the app
 */
export function toAuditEntries(
  invocation: Invocation,
  decision: Decision | undefined,
  answer: Answer | RoomOutcome | undefined,
): readonly AuditEntry[] {
  const { personId: actor, channelId } = invocation.asker;
  const { action, details: about } = toAuditSubject(invocation);
  const endings: readonly Ended[] = answer ? endsOf(answer) : [{ outcome: 'failed', details: { why: APP_FAULT } }];
  return endings.map(({ outcome, details }) => ({
    action,
    actor,
    channelId,
    outcome,
    details: { ...about, ...(decision && describeDecision(decision)), ...details },
  }));
}

/** Returns what an invocation is about, in the audit's words. */
export function toAuditSubject({
  command,
  entry,
}: Pick<Invocation, 'command' | 'entry'>): Pick<AuditEntry, 'action' | 'details'> {
  const { action, details } = describeCommand(command);
  return { action: entry ?? action, details };
}
