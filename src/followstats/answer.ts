import { AppError } from '../errors.ts';
import { type Asker, type Decide, type Decision, mayActAs, type Role } from './access.ts';
import type { ReadBaselines } from './baselines.ts';
import type { Command, CommandFault } from './command.ts';
import type { LinkAnswer } from './link-answer.ts';
import type { LinkCommand } from './link-command.ts';
import type { ListAnswer } from './list-answer.ts';
import type { ListCommand } from './list-command.ts';
import { neededRole } from './needed-role.ts';
import { createReport, type Report } from './report.ts';
import type { Resolve, Resolved } from './resolve.ts';
import type { LookupMany } from './types.ts';
import type { Who } from './who.ts';

/** What a person gets to read; the Slack room gives each kind its form. */
export type Answer =
  | { readonly kind: 'help'; readonly role: Role | undefined }
  | { readonly kind: 'refused'; readonly reason: Extract<Decision, { role: undefined }>['reason'] }
  | { readonly kind: 'refused'; readonly reason: 'low-role'; readonly role: Role; readonly needed: Role }
  | { readonly kind: 'wrong'; readonly fault: CommandFault }
  | { readonly kind: 'report'; readonly report: Report }
  /** Nothing at all could be read. */
  | { readonly kind: 'failed'; readonly error: AppError; readonly who: Resolved }
  | ListAnswer
  | LinkAnswer;

/** One question of one person. */
export interface Question {
  readonly asker: Asker;
  readonly command: Command;
  /** Ask Chat again even for what is cached. */
  readonly fresh?: boolean;
  /** Called when the asker is let in and Chat may be asked for so many: from here on waiting is worth a word. */
  readonly onLookup?: (accounts: number) => void;
}

interface Options {
  readonly decide: Decide;
  readonly resolve: Resolve;
  readonly lookup: LookupMany;
  readonly readBaselines: ReadBaselines;
  readonly answerList: (command: ListCommand, asker: Asker) => Promise<ListAnswer>;
  readonly answerLink: (command: LinkCommand, asker: Asker) => Promise<LinkAnswer>;
  /** The most accounts one look-up may come to. */
  readonly maxAccounts: number;
  /** The whole question's time, milliseconds. */
  readonly timeLimitMs: number;
  readonly now: () => number;
}

/**
 * Answers a question: may they ask, then do what it says. Its time runs from the first moment, finding out about the
 * asker included. Throws only for a bug, or when the store can't be reached.
 */
export function createAnswer(options: Options): (question: Question) => Promise<Answer> {
  const { decide, resolve, lookup, readBaselines, answerList, answerLink, maxAccounts, timeLimitMs, now } = options;

  async function lookUp(who: Who, { asker, fresh, onLookup }: Question, signal: AbortSignal): Promise<Answer> {
    const read = await resolve(who, maxAccounts);
    if ('fault' in read) return { kind: 'wrong', fault: read.fault };
    const { resolved } = read;
    const { accounts } = resolved;
    const askedAt = now();
    if (accounts.length === 0)
      return { kind: 'report', report: createReport(resolved, { answers: new Map(), askedAt }) };
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

  return async (question) => {
    const { asker, command } = question;
    const signal = AbortSignal.timeout(timeLimitMs);
    const { role, ...decision } = await decide(asker);
    if (command.kind === 'help') return { kind: 'help', role };
    const needed = neededRole(command);
    if (needed && !mayActAs(role, needed)) {
      if (role) return { kind: 'refused', reason: 'low-role', role, needed };
      return { kind: 'refused', reason: 'reason' in decision ? decision.reason : 'no-rule' };
    }

    switch (command.kind) {
      case 'wrong':
        return command;
      case 'lookup':
        return lookUp(command.who, question, signal);
      case 'link':
      case 'unlink':
      case 'links':
        return answerLink(command, asker);
      default:
        return answerList(command, asker);
    }
  };
}
