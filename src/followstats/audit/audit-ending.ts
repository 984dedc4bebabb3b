import { AppError } from '../../errors.ts';
import type { AuditEntry } from './audit.ts';

/** Why something failed where the app itself has a bug, in the audit's word. */
export const APP_FAULT = 'fault-of-the-app';

/**
 * Returns what the audit keeps of an invocation once its answer was sent, or wasn't. Only what was done can have failed after all: a
 * denial stays one, and a form that opens has changed nothing.
 * @param why in one word, why the answer didn't get to where it was meant to; `undefined` when it did
 */
export function withEnding(entries: readonly AuditEntry[], why: string | undefined): readonly AuditEntry[] {
  if (why === undefined) return entries;
  return entries.map((entry) =>
    entry.outcome === 'done' ? { ...entry, outcome: 'failed', details: { ...entry.details, why } } : entry,
  );
}

/** Returns why something threw, in one word for the audit. */
export function whyOf(error: unknown): string {
  return error instanceof AppError ? error.failure.code : APP_FAULT;
}
