import { AppError, type ErrorCode } from '../errors.ts';
import { classOf } from './error-codes.ts';

/** Takes note of each call to Chat as it leaves. @returns to be called with what came of it, once */
export type OnChatCall = (command: string) => (outcome: string) => void;

/** How a call ended without an answer of Chat's. */
const WITHOUT_ANSWER: Readonly<Partial<Record<ErrorCode, string>>> = {
  upstream_timeout: 'timeout',
  upstream_unreachable: 'unreachable',
  upstream_garbled: 'garbled',
  upstream_changed: 'changed',
};

/** Returns what came of a call that Chat answered, by its code: a word of a closed set, whatever Chat says. */
export function outcomeOfCode(code: number): string {
  if (code === 0) return 'ok';
  return classOf(code) ? `code_${code}` : 'code_other';
}

/**
 * Returns what came of a call that rejected, in a word of the same set.
 * @param status the HTTP status of the answer, if one came
 */
export function outcomeOfError(error: unknown, status: number | undefined): string {
  // A bug of the app's.
  if (!(error instanceof AppError)) return 'broken';
  const { code } = error.failure;
  if (code !== 'upstream_status') return WITHOUT_ANSWER[code] ?? 'broken';
  return status !== undefined && status >= 100 && status <= 599 ? `status_${status}` : 'status_other';
}
