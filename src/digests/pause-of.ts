import { isPermanentRefusal, isRepeatedRefusal } from './refusals.ts';
import type { FailReason, PauseReason } from './types.ts';

/** Whether a run that failed so pauses its digest: the next slot would fail for the same reason. */
export function isPause(reason: FailReason): reason is FailReason & PauseReason {
  return reason === 'no-accounts' || isRepeatedRefusal(reason) || isPermanentRefusal(reason);
}
