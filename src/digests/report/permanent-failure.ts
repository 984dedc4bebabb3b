import type { ErrorCode } from '../../errors.ts';

const LASTING: ReadonlySet<ErrorCode> = new Set(['missing_account', 'rejected_account']);

/** Whether an account's failure stays until somebody does something about the account; all others may pass. */
export function isLasting(code: ErrorCode): boolean {
  return LASTING.has(code);
}
