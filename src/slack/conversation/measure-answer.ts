import type { Failure } from '../../errors.ts';
import type { SlackAnswer } from './slack-answer.ts';

/** What the log says of an answer: counts, never names or values. */
export function measureAnswer(given: SlackAnswer): Record<string, unknown> {
  switch (given.kind) {
    case 'report': {
      const { rows, read, cached, failures } = given.report;
      const reasons = failures.map(({ failure, accounts }) => `${accounts.length} × ${reasonOf(failure)}`);
      return { kind: given.kind, accounts: rows.length, failed: rows.length - read, cached: cached.count, reasons };
    }
    case 'failed':
      return {
        kind: given.kind,
        accounts: given.who?.accounts.length,
        reason: reasonOf(given.error.failure),
        why: given.error.message,
      };
    case 'unsaved':
      return { kind: given.kind, reason: reasonOf(given.error.failure), why: given.error.message };
    case 'refused':
      return { kind: given.kind, reason: given.reason };
    case 'wrong':
      return { kind: given.kind, reason: given.fault.kind };
    case 'changed': {
      const done = given.changes.filter(({ kind }) => kind === 'allowed' || kind === 'revoked').length;
      return { kind: given.kind, subjects: given.changes.length, done };
    }
    case 'list-changed':
      return { kind: given.kind, changed: given.changed, size: given.size };
    default:
      return { kind: given.kind };
  }
}

function reasonOf({ code, upstream, lastFailure }: Failure): string {
  const own = upstream ? `${code} ${upstream.code}` : code;
  return lastFailure ? `${own} after ${reasonOf(lastFailure)}` : own;
}
