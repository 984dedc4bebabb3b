import { withDeadline } from '../../deadline.ts';
import { AppError } from '../../errors.ts';
import type { Decision } from '../access/access.ts';
import type { AccessAnswer, AdministerAccess } from '../access/answer.ts';
import type { Authorize } from '../access/authorize.ts';
import type { Denial } from '../access/gate.ts';
import type { Asker, Role } from '../access/rules.ts';
import type { AuditEntry } from '../audit/audit.ts';
import type { DigestCommand } from '../digests/read.ts';
import type { LinkAnswer } from '../links/answer.ts';
import type { LinkCommand } from '../links/read.ts';
import type { ListAnswer } from '../lists/answer.ts';
import type { ListCommand } from '../lists/read.ts';
import type { ReadBaselines } from '../reports/baselines.ts';
import { createReport, type Report } from '../reports/report.ts';
import type { Resolve, Resolved } from '../reports/resolve.ts';
import type { Who } from '../typed/who.ts';
import type { LookupMany } from '../types.ts';
import { toAuditEntries, toAuditSubject } from './audit-entries.ts';
import type { Command, CommandFault } from './command.ts';
import { neededRole } from './needed-role.ts';

/** What comes of a command about digests. Their room says more of it; here it only matters how it ended. */
export interface DigestOutcome {
  readonly kind: `digest-${string}`;
  /** Why nothing came of it. */
  readonly why?: string | undefined;
}

/** What a person gets to read; the Slack room gives each kind its form. */
export type Answer =
  | { readonly kind: 'help'; readonly role: Role | undefined }
  | ({ readonly kind: 'refused' } & Denial)
  | { readonly kind: 'wrong'; readonly fault: CommandFault }
  | { readonly kind: 'report'; readonly report: Report }
  | ListAnswer
  | LinkAnswer
  | AccessAnswer
  /** Nothing at all could be read. `who`: `undefined` when not even whom it was about. */
  | { readonly kind: 'failed'; readonly error: AppError; readonly who: Resolved | undefined }
  /** The store didn't confirm a change; it may have been made. */
  | { readonly kind: 'unsaved'; readonly change: Change; readonly error: AppError };

const CHANGES = [
  'link',
  'unlink',
  'list-create',
  'list-add',
  'list-remove',
  'list-delete',
  'digest-run',
  'digest-pause',
  'digest-resume',
  'digest-delete',
  'allow',
  'revoke',
] as const satisfies readonly Command['kind'][];

/** A command that changes what the store keeps. */
export type Change = Command & { readonly kind: (typeof CHANGES)[number] };

/** One question of one person. */
export interface Invocation {
  readonly asker: Asker;
  readonly command: Command;
  /** How it was asked, when not by typing it. */
  readonly entry?: 'refresh' | 'share' | 'csv' | 'shortcut';
  /** Ask Chat again even for what is cached. */
  readonly fresh?: boolean;
  /** Called when the asker is let in and Chat may be asked for so many: from here on waiting is worth a word. */
  readonly onLookup?: (accounts: number) => void;
  /**
   * Takes what the audit is to keep of the question, called once. Without it that is written as soon as the answer is
   * there; with it the caller writes it, when it knows what came of the answer.
   */
  readonly keep?: (entries: readonly AuditEntry[]) => void;
}

interface Options<Digested extends DigestOutcome> {
  readonly authorize: Authorize;
  readonly administer: AdministerAccess;
  readonly answerList: (command: ListCommand, asker: Asker) => Promise<ListAnswer>;
  readonly answerLink: (command: LinkCommand, asker: Asker) => Promise<LinkAnswer>;
  readonly answerDigest: (command: DigestCommand, asker: Asker) => Promise<Digested>;
  readonly resolve: Resolve;
  readonly lookup: LookupMany;
  readonly readBaselines: ReadBaselines;
  /** The most accounts one look-up may come to. */
  readonly maxAccounts: number;
  /** Keeps what came of each question; nobody waits for it. */
  readonly record: (entries: readonly AuditEntry[]) => void;
  /** The whole question's time, milliseconds. */
  readonly timeLimitMs: number;
  readonly now: () => number;
}

/**
 * Answers a question: may they ask, then do it, then keep that it was asked. Its time runs from the first moment, finding
 * out about the asker and whom they named included. Throws for a bug alone.
 */
export function createAnswer<Digested extends DigestOutcome>(
  options: Options<Digested>,
): (question: Invocation) => Promise<Answer | Digested> {
  const { authorize, administer, answerList, answerLink, answerDigest, record, timeLimitMs } = options;
  const { resolve, lookup, readBaselines, maxAccounts, now } = options;

  async function lookUp(who: Who, { asker, fresh, onLookup }: Invocation, signal: AbortSignal): Promise<Answer> {
    const read = await withDeadline(resolve(who, maxAccounts), { signal });
    if ('fault' in read) return { kind: 'wrong', fault: read.fault };
    const { resolved } = read;
    const { accounts } = resolved;
    const askedAt = now();
    if (accounts.length === 0) {
      return { kind: 'report', report: createReport(resolved, { answers: new Map(), askedAt }) };
    }
    onLookup?.(accounts.length);
    try {
      const [answers, baselines] = await Promise.all([
        lookup(accounts, { signal, fresh, caller: asker.personId }),
        readBaselines(accounts, askedAt),
      ]);
      return { kind: 'report', report: createReport(resolved, { answers, askedAt, baselines }) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { kind: 'failed', error, who: resolved };
    }
  }

  async function act(question: Invocation, role: Role | undefined, signal: AbortSignal): Promise<Answer | Digested> {
    const { asker, command } = question;
    switch (command.kind) {
      case 'help':
        return { kind: 'help', role };
      case 'wrong':
        return command;
      case 'lookup':
        return lookUp(command.who, question, signal);
      case 'link':
      case 'unlink':
      case 'links':
        return withDeadline(answerLink(command, asker), { signal });
      case 'list-show':
      case 'list-create':
      case 'list-add':
      case 'list-remove':
      case 'list-delete':
        return withDeadline(answerList(command, asker), { signal });
      case 'digest-new':
      case 'digest-list':
      case 'digest-edit':
      case 'digest-run':
      case 'digest-pause':
      case 'digest-resume':
      case 'digest-delete':
      case 'digest-log':
        return withDeadline(answerDigest(command, asker), { signal });
      case 'allow':
      case 'revoke':
      case 'access':
      case 'why':
        return withDeadline(administer(command, asker), { signal });
    }
  }

  return async (question) => {
    const signal = AbortSignal.timeout(timeLimitMs);
    const { asker, command } = question;
    let decision: Decision | undefined;
    let answer: Answer | Digested | undefined;
    try {
      const { action, details } = toAuditSubject(question);
      const admission = await withDeadline(authorize(asker, neededRole(command, asker), action, details), { signal });
      const { denial } = admission;
      decision = admission.decision;
      answer = denial ? { kind: 'refused', ...denial } : await act(question, decision.role, signal);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const isChange = decision && CHANGES.some((kind) => kind === command.kind);
      answer = isChange
        ? { kind: 'unsaved', change: command as Change, error }
        : { kind: 'failed', error, who: undefined };
    } finally {
      const { keep = record } = question;
      keep(toAuditEntries(question, decision, answer));
    }
    return answer;
  };
}
