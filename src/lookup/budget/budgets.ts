import type { LearnedBursts } from '../../followstats/learned-bursts.ts';
import { type AdaptiveRate, createAdaptiveRate } from './adaptive-rate.ts';
import { createLeasedBudget, type PermitSource } from './leased-budget.ts';
import { createRateBudget, type RateBudget } from './rate-budget.ts';

interface Options {
  /** Leases of what all replicas share; absent: the budgets are this process's alone. */
  readonly leasePermits?: ((command: string, callsPerSecond: number) => PermitSource) | undefined;
  /** Absent: a restart learns anew how many calls may leave at once. */
  readonly learnedBursts?: LearnedBursts | undefined;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Called when leases fail (calls go on slower), not again for some seconds. */
  readonly onLeaseError?: (error: unknown) => void;
  /** Called when a learned burst could not be read or kept; calls are not disturbed. */
  readonly onLearnedBurstError?: (error: unknown) => void;
}

/**
 * One budget for each Chat command, since Chat limits each by itself.
 * @returns the budget of that command's name, the same each time; `callsPerSecond` counts the first time
 */
export type Budgets = (command: string, callsPerSecond: number) => RateBudget;

/** Calls that may leave at once to begin with. */
const FIRST_BURST = 50;
const KEEP_EVERY_MS = 5000;

export function createBudgets({
  leasePermits,
  learnedBursts,
  now,
  onLeaseError = () => {},
  onLearnedBurstError = () => {},
}: Options): Budgets {
  const budgets = new Map<string, RateBudget>();

  function create(command: string, callsPerSecond: number): RateBudget {
    const rate = createAdaptiveRate({ most: callsPerSecond, burst: Math.min(FIRST_BURST, callsPerSecond) });
    const adaptive = learnedBursts
      ? rememberBurst(rate, { command, learnedBursts, now, onError: onLearnedBurstError })
      : rate;
    const local = createRateBudget({ callsPerSecond, adaptive, now });
    if (!leasePermits) return local;
    const leasing = (share: number) => leasePermits(command, share);
    return createLeasedBudget({ local, leasePermits: leasing, callsPerSecond, now, onError: onLeaseError });
  }

  return (command, callsPerSecond) => {
    const budget = budgets.get(command) ?? create(command, callsPerSecond);
    budgets.set(command, budget);
    return budget;
  };
}

interface Remembering {
  readonly command: string;
  readonly learnedBursts: LearnedBursts;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** Continues with the burst that was kept, and keeps what is learned from then on, at most once in some seconds. */
function rememberBurst(rate: AdaptiveRate, { command, learnedBursts, now, onError }: Remembering): AdaptiveRate {
  let kept = rate.burst(now());
  let keptAt = Number.NEGATIVE_INFINITY;
  let isBusy = false;

  /** Never rejects; only one at a time, since the store may take long. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    isBusy = true;
    try {
      await work();
    } catch (error) {
      onError(error);
    }
    isBusy = false;
  }

  void attempt(async () => {
    const burst = await learnedBursts.read(command);
    if (burst === undefined) return;
    rate.restore(burst);
    kept = burst;
  });
  return {
    ...rate,
    ended(at, sent, outcome) {
      rate.ended(at, sent, outcome);
      const burst = rate.burst(at);
      if (burst === kept || isBusy || at - keptAt < KEEP_EVERY_MS) return;
      kept = burst;
      keptAt = at;
      void attempt(() => learnedBursts.keep(command, burst));
    },
  };
}
