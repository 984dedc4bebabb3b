import { alertsPosted } from './alerts-posted.ts';
import { audited } from './audited.ts';
import { budget } from './budget.ts';
import { cleanStops } from './clean-stops.ts';
import { denied } from './denied.ts';
import { doneOnce } from './done-once.ts';
import type { Invariant } from './invariant.ts';
import { keptEvents } from './kept-events.ts';
import { ledgerAddsUp } from './ledger-adds-up.ts';
import { liveCounts } from './live-counts.ts';
import { noGap } from './no-gap.ts';
import { alertSteps, oneAlertHolder } from './of-alerts.ts';
import { oldCounts } from './old-counts.ts';
import { oneHolder } from './one-holder.ts';
import { operatorsWords } from './operators-words.ts';
import { ownFailures } from './own-failures.ts';
import { permanentFailures } from './permanent-failures.ts';
import { postAddsUp } from './post-adds-up.ts';
import { postedOnce } from './posted-once.ts';
import { isPrivate } from './private.ts';
import { restoredInTime } from './restored-in-time.ts';
import { rightPost } from './right-post.ts';
import { scheduledSlots } from './scheduled-slots.ts';
import { secrets } from './secrets.ts';
import { settled } from './settled.ts';
import { signatures } from './signatures.ts';
import { steps } from './steps.ts';
import { stoppedDigests } from './stopped-digests.ts';
import { stoppedWatches } from './stopped-watches.ts';
import { toldCrossings } from './told-crossings.ts';
import { toldOwners } from './told-owners.ts';
import { trueCounts } from './true-counts.ts';
import { trueLog } from './true-log.ts';
import { truePostChanges } from './true-post-changes.ts';

/** What must hold in every simulation. */
export const INVARIANTS: readonly Invariant[] = [
  ...[postedOnce, rightPost, stoppedDigests, steps, oneHolder, cleanStops],
  ...[settled, noGap, scheduledSlots, permanentFailures, toldOwners, trueLog, restoredInTime],
  ...[budget, signatures, trueCounts, oldCounts, truePostChanges, postAddsUp, ownFailures],
  ...[denied, secrets, operatorsWords, isPrivate, doneOnce, audited],
  keptEvents,
  liveCounts,
  ...[alertSteps, oneAlertHolder, alertsPosted, stoppedWatches, toldCrossings],
  ledgerAddsUp,
];
