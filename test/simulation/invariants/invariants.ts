import { audited } from './audited.ts';
import { budget } from './budget.ts';
import { denied } from './denied.ts';
import { doneOnce } from './done-once.ts';
import type { Invariant } from './invariant.ts';
import { noGap } from './no-gap.ts';
import { postedOnce } from './posted-once.ts';
import { isPrivate } from './private.ts';
import { secrets } from './secrets.ts';
import { settled } from './settled.ts';
import { steps } from './steps.ts';

/** What must hold in every simulation. */
export const INVARIANTS: readonly Invariant[] = [
  ...[postedOnce, steps, settled, noGap, budget],
  ...[denied, secrets, isPrivate, doneOnce, audited],
];
