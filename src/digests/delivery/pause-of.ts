import type { PauseReason, RunReason, Unrecognized } from '../types.ts';
import { isPermanentRefusal, isRepeatedRefusal } from './permanent-errors.ts';

/** Whether a run that failed so pauses its digest: the next slot would fail for the same reason. */
export function isPause(reason: RunReason | Unrecognized): reason is RunReason & PauseReason {
  if (typeof reason !== 'string') return false;
  return reason === 'no-accounts' || isRepeatedRefusal(reason) || isPermanentRefusal(reason);
}
