import { AppError } from '../errors.ts';
import { type Asker, type Decide, type Decision, mayActAs, type Role } from './access.ts';
import type { Command, CommandFault, Who } from './command.ts';
import { createReport, type Report } from './report.ts';
import type { LookupMany } from './types.ts';

/** What a person gets to read; the Slack room gives each kind its form. */
export type Answer =
  | { readonly kind: 'help'; readonly role: Role | undefined }
  | { readonly kind: 'refused'; readonly reason: Extract<Decision, { role: undefined }>['reason'] }
  | { readonly kind: 'wrong'; readonly fault: CommandFault }
  | { readonly kind: 'report'; readonly report: Report }
  /** Nothing at all could be read. */
  | { readonly kind: 'failed'; readonly error: AppError; readonly who: Who };

/** One question of one person. */
export interface Question {
  readonly asker: Asker;
  readonly command: Command;
  /** Ask Chat again even for what is cached. */
  readonly fresh?: boolean;
  /** Called when the asker is let in and Chat may be asked: from here on waiting is worth a word. */
  readonly onLookup?: () => void;
}

interface Options {
  readonly decide: Decide;
  readonly lookup: LookupMany;
  /** The whole question's time, milliseconds. */
  readonly timeLimitMs: number;
  readonly now: () => number;
}

/**
 * Answers a question: may they ask, then look up, then report. Its time runs from the first moment, finding out about the
 * asker included. Throws only for a bug.
 */
export function createAnswer({ decide, lookup, timeLimitMs, now }: Options): (question: Question) => Promise<Answer> {
  return async ({ asker, command, fresh, onLookup }) => {
    const signal = AbortSignal.timeout(timeLimitMs);
    const { role, ...decision } = await decide(asker);
    if (command.kind === 'help') return { kind: 'help', role };
    if (!mayActAs(role, 'viewer'))
      return { kind: 'refused', reason: 'reason' in decision ? decision.reason : 'no-rule' };
    if (command.kind === 'wrong') return command;

    const { who } = command;
    const askedAt = now();
    if (who.accounts.length === 0) return { kind: 'report', report: createReport(who, new Map(), askedAt) };
    onLookup?.();
    try {
      const answers = await lookup(who.accounts, { signal, fresh, caller: asker.personId });
      return { kind: 'report', report: createReport(who, answers, askedAt) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { kind: 'failed', error, who };
    }
  };
}
