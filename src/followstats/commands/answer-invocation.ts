import { withDeadline } from '../../deadline.ts';
import { AppError } from '../../errors.ts';
import type { Timers } from '../../timers.ts';
import type { Decision } from '../access/access.ts';
import type { Authorization, Authorize } from '../access/authorize.ts';
import { mayActAs } from '../access/rules.ts';
import type { AuditEntry } from '../audit/audit.ts';
import type { Answer, Invocation, RoomOutcome } from './answer.ts';
import type { AnswerCommand } from './answer-command.ts';
import { toAuditEntries, toAuditSubject } from './audit-entries.ts';
import { isChange, neededRole } from './command-rows.ts';

interface Options {
  readonly authorize: Authorize;
  readonly answerCommand: AnswerCommand;
  /** Writes to the audit. Returns at once and never throws. */
  readonly record: (entries: readonly AuditEntry[]) => void;
  /** The time for the whole answer, milliseconds. */
  readonly timeLimitMs: number;
  readonly timers: Pick<Timers, 'timeout'>;
}

/**
 * Makes what answers an invocation: decides whether the asker may, does what the command says, then writes to the audit. Its time
 * begins with the call, what is found out about the asker and whom they named included. What fails is an answer, too; it rejects
 * for a bug alone.
 */
export function createAnswerInvocation({ authorize, answerCommand, record, timeLimitMs, timers }: Options) {
  /** Decides anew unless what was decided before is enough: the command may need a higher role than its button did. */
  async function authorized(invocation: Invocation): Promise<Omit<Authorization, 'keep'>> {
    const { asker, command, authorization } = invocation;
    const needed = neededRole(command, asker);
    if (authorization && (needed === undefined || mayActAs(authorization.decision.role, needed))) {
      return { ...authorization, denial: undefined };
    }
    const { action, details } = toAuditSubject(invocation);
    return authorize(asker, needed, action, details);
  }

  return async (invocation: Invocation): Promise<Answer | RoomOutcome> => {
    const signal = timers.timeout(timeLimitMs);
    const { asker, command, fresh, shown, shownHistory, shownChanges, shownCheck, onLookup, onAuthorized } = invocation;
    let decision: Decision | undefined;
    let answer: Answer | RoomOutcome | undefined;
    try {
      const { denial, ...authorization } = await withDeadline(authorized(invocation), { signal });
      decision = authorization.decision;
      onAuthorized?.(authorization);
      const earlier = { shown, shownHistory, shownChanges, shownCheck };
      const context = { asker, role: decision.role, fresh, ...earlier, onLookup, signal };
      answer = denial ? { kind: 'refused', ...denial } : await answerCommand(command, context);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      answer =
        decision && isChange(command)
          ? { kind: 'unsaved', change: command, error }
          : { kind: 'failed', error, who: undefined };
    } finally {
      const { keep = record } = invocation;
      keep(toAuditEntries(invocation, decision, answer));
    }
    return answer;
  };
}
