import { budget } from './budget.ts';
import { denied } from './denied.ts';
import type { Invariant } from './invariant.ts';
import { noGap } from './no-gap.ts';
import { ownFailures } from './own-failures.ts';
import { postedOnce } from './posted-once.ts';
import { secrets } from './secrets.ts';
import { settled } from './settled.ts';
import { signatures } from './signatures.ts';
import { steps } from './steps.ts';
import { trueCounts } from './true-counts.ts';
import { truePostChanges } from './true-post-changes.ts';

/** What must hold in every simulation. */
export const INVARIANTS: readonly Invariant[] = [
  ...[postedOnce, steps, settled, noGap],
  ...[budget, signatures, trueCounts, truePostChanges, ownFailures],
  ...[denied, secrets],
];
