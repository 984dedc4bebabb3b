import { type Decision, isGranted } from '../access/access.ts';
import type { AccessChange } from '../access/answer.ts';
import type { Subject } from '../access/rules.ts';
import type { AuditAction, AuditEntry } from '../audit/audit.ts';
import type { Answer, DigestOutcome, Invocation } from './answer.ts';
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
  'digest-new': 'digest-new',
  'digest-list': 'digest-list',
  'digest-edit': 'digest-edit',
  'digest-run': 'digest-run',
  'digest-pause': 'digest-pause',
  'digest-resume': 'digest-resume',
  'digest-delete': 'digest-delete',
  'digest-log': 'digest-log',
  allow: 'grant',
  revoke: 'revoke',
  access: 'access',
  why: 'why',
  wrong: 'wrong',
};

/** Other words than an id are not the audit's to keep. */
const DIGEST_ID = /^#?([1-9]\d{0,8})$/;

type Details = AuditEntry['details'];
type Ended = Pick<AuditEntry, 'outcome' | 'details'>;

/**
 * What the audit keeps of a question: one entry, with the rule that let it in. A denial isn't among them, since it was kept
 * where it was decided (`createAuthorize`); nor is what the store was asked to change: it wrote that itself, with the change.
 * @param decision `undefined` when the time ran out before it was made
 * @param answer `undefined` when the question ended in a fault of the app
 */
export function toAuditEntries(
  question: Invocation,
  decision: Decision | undefined,
  answer: Answer | DigestOutcome | undefined,
): readonly AuditEntry[] {
  const { personId: actor, channelId } = question.asker;
  const { action, details: about } = toAuditSubject(question);
  return endings(answer).map(({ outcome, details }) => ({
    action,
    actor,
    channelId,
    outcome,
    details: { ...about, ...(decision && describeDecision(decision)), ...details },
  }));
}

/** What a question is about, in the audit's words. */
export function toAuditSubject({
  command,
  entry,
}: Pick<Invocation, 'command' | 'entry'>): Pick<AuditEntry, 'action' | 'details'> {
  return { action: entry ?? ACTIONS[command.kind], details: describeCommand(command) };
}

function endings(answer: Answer | DigestOutcome | undefined): readonly Ended[] {
  if (!answer) return [{ outcome: 'failed', details: { why: 'fault-of-the-app' } }];
  switch (answer.kind) {
    case 'help':
    case 'list':
    case 'lists':
    case 'links':
    case 'access':
    case 'why':
      return [{ outcome: 'done', details: {} }];
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
    case 'refused':
      return [];
    case 'changed':
      return answer.changes.flatMap(endOfChange);
    default:
      return endOfDigest(answer);
  }
}

function endOfDigest({ kind, why }: DigestOutcome): readonly Ended[] {
  if (why !== undefined) return [{ outcome: 'failed', details: { why } }];
  if (kind === 'digest-changed' || kind === 'digest-unchanged') return [];
  // A form that opens has changed nothing yet.
  return [{ outcome: kind === 'digest-form' ? 'allowed' : 'done', details: {} }];
}

/** Only of what never reached the store. */
function endOfChange(change: AccessChange): readonly Ended[] {
  if (change.kind !== 'gap' && change.kind !== 'unsaved') return [];
  const why = change.kind === 'gap' ? change.why : change.kind;
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
    case 'digest-edit':
    case 'digest-run':
    case 'digest-pause':
    case 'digest-resume':
    case 'digest-delete':
    case 'digest-log':
      return describeDigest(command.id);
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

/** As the store's own entries have it, so that `#3` and `3` are found together. */
function describeDigest(word: string): Details {
  const [, digest] = DIGEST_ID.exec(word.trim()) ?? [];
  return digest === undefined ? {} : { digest };
}

/** Which rule decided, and whose it is. */
export function describeDecision(decision: Decision): Details {
  if (decision.role === undefined) return { rule: decision.reason };
  const { rule } = decision;
  const from = isGranted(rule) ? `granted by ${rule.by}` : 'configuration';
  return { rule: `${describeSubject(rule.subject)}, ${rule.role}, ${from}` };
}

function describeSubject(subject: Subject): string {
  return subject.kind === 'everyone' ? subject.kind : `${subject.kind} ${subject.id}`;
}
