import type { PauseReason, RunReason, Unrecognized } from '../types.ts';
import { isPermanentError, isRepeatedError } from './permanent-errors.ts';

/** Whether a run that failed so pauses its digest: the next slot would fail for the same reason. */
export function isPause(reason: RunReason | Unrecognized): reason is RunReason & PauseReason {
  if (typeof reason !== 'string') return false;
  return reason === 'no-accounts' || isRepeatedError(reason) || isPermanentError(reason);
}
