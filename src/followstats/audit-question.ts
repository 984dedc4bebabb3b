import { type Decision, isGranted, type Subject } from './access.ts';
import type { AccessChange } from './access-admin.ts';
import type { Answer, Question } from './answer.ts';
import type { AuditAction, AuditEntry } from './audit.ts';
import type { Command } from './command.ts';

const ACTIONS: Readonly<Record<Command['kind'], AuditAction>> = {
  help: 'help',
  lookup: 'lookup',
  'list-show': 'list-show',
  'list-create': 'list-create',
  'list-add': 'list-add',
  'list-remove': 'list-remove',
  'list-delete': 'list-delete',
  link: 'link',
  unlink: 'unlink',
  links: 'links',
  allow: 'grant',
  revoke: 'revoke',
  access: 'access',
  why: 'why',
  wrong: 'wrong',
};

type Details = AuditEntry['details'];
type Ended = Pick<AuditEntry, 'outcome' | 'details'>;

/**
 * What the audit keeps of a question: one entry, with the rule that decided or the reason for the refusal. What the
 * store was asked to change isn't among them: it wrote that itself, with the change.
 * @param decision `undefined` when the time ran out before it was made
 * @param answer `undefined` when the question ended in a fault of the app
 */
export function toAuditEntries(
  { asker, command, entry }: Question,
  decision: Decision | undefined,
  answer: Answer | undefined,
): readonly AuditEntry[] {
  const { personId: actor, channelId } = asker;
  const action = entry ?? ACTIONS[command.kind];
  return endings(answer).map(({ outcome, details }) => ({
    action,
    actor,
    channelId,
    outcome,
    details: { ...describeCommand(command), ...(decision && describeDecision(decision)), ...details },
  }));
}

function endings(answer: Answer | undefined): readonly Ended[] {
  switch (answer?.kind) {
    case undefined:
      return [{ outcome: 'failed', details: { why: 'fault-of-the-app' } }];
    case 'help':
    case 'list':
    case 'lists':
    case 'links':
    case 'access':
    case 'why':
      return [{ outcome: 'done', details: {} }];
    case 'refused':
      return [{ outcome: 'refused', details: { why: answer.reason } }];
    case 'wrong':
      return [{ outcome: 'failed', details: { why: answer.fault.kind } }];
    case 'failed': {
      const accounts = answer.who?.accounts.length;
      const counts = accounts === undefined ? {} : { accounts, failed: accounts };
      return [{ outcome: 'failed', details: { ...counts, why: answer.error.failure.code } }];
    }
    case 'unsaved':
      return [{ outcome: 'failed', details: { why: answer.error.failure.code } }];
    case 'report': {
      const { rows, read } = answer.report;
      return [{ outcome: 'done', details: { accounts: rows.length, failed: rows.length - read } }];
    }
    case 'list-changed':
    case 'list-unchanged':
    case 'list-deleted':
    case 'linked':
    case 'unlinked':
      return [];
    case 'changed':
      return answer.changes.flatMap(endOfChange);
  }
}

/** Only of what never reached the store. */
function endOfChange(change: AccessChange): readonly Ended[] {
  if (change.kind !== 'unsaid' && change.kind !== 'unsaved') return [];
  const why = change.kind === 'unsaid' ? change.why : change.kind;
  return [{ outcome: 'failed', details: { subject: describeSubject(change.subject), why } }];
}

function describeCommand(command: Command): Details {
  switch (command.kind) {
    case 'allow':
      return { subject: command.subjects.map(describeSubject).join(', '), role: command.role };
    case 'revoke':
      return { subject: command.subjects.map(describeSubject).join(', ') };
    case 'why':
      return command.personId ? { subject: `person ${command.personId}` } : {};
    case 'link':
    case 'unlink':
      return { person: command.personId };
    case 'list-show':
    case 'list-create':
    case 'list-add':
    case 'list-remove':
    case 'list-delete':
      return command.name === undefined ? {} : { list: command.name };
    default:
      return {};
  }
}

/** Which rule decided, and whose it is. */
function describeDecision(decision: Decision): Details {
  if (decision.role === undefined) return { rule: decision.reason };
  const { rule } = decision;
  const from = isGranted(rule) ? `granted by ${rule.by}` : 'configuration';
  return { rule: `${describeSubject(rule.subject)}, ${rule.role}, ${from}` };
}

function describeSubject(subject: Subject): string {
  return subject.kind === 'everyone' ? subject.kind : `${subject.kind} ${subject.id}`;
}
