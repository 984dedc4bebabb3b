import { createAdaptiveRate, type Outcome } from '../../../src/lookup/budget/adaptive-rate.ts';
import { type AcquireOptions, createRateBudget } from '../../../src/lookup/budget/rate-budget.ts';

/** One call of a scene: when it is wanted, and how it will go. Milliseconds. */
export interface Plan {
  readonly wantedAt: number;
  readonly urgency: AcquireOptions['urgency'];
  /** From being granted to its answer, or to being given back unused. */
  readonly latencyMs: number;
  readonly outcome: Outcome;
  readonly callsWaiting?: number;
}

/** A call that was granted. `answeredAt` is filled in when it is. */
export interface Granted extends Plan {
  readonly grantedAt: number;
  answeredAt: number;
}

/** A budget on the fake clock, and calls that go as planned. */
export function createBudgetScene({ callsPerSecond = 200, burst = 50 } = {}) {
  const now = Date.now;
  const startedAt = now();
  const adaptive = createAdaptiveRate({ most: callsPerSecond, burst: Math.min(burst, callsPerSecond) });
  const budget = createRateBudget({ callsPerSecond, adaptive, now });
  const granted: Granted[] = [];

  async function make(plan: Plan): Promise<void> {
    const wantedAt = now() - startedAt;
    const permit = await budget.acquire(plan);
    const call = { ...plan, wantedAt, grantedAt: now() - startedAt, answeredAt: Number.POSITIVE_INFINITY };
    granted.push(call);
    setTimeout(() => {
      call.answeredAt = now() - startedAt;
      permit.release(plan.outcome);
    }, plan.latencyMs);
  }

  return {
    budget,
    granted,
    plan(plans: readonly Plan[]): void {
      for (const plan of plans) setTimeout(() => void make(plan), plan.wantedAt);
    },
  };
}

/**
 * The most calls that Chat may count in any sliding second, if each is counted at the worst instant between its leave
 * and its answer. The worst second ends with a grant: earlier misses that one, later loses others.
 */
export function mostInAnySecond(calls: readonly Granted[]): number {
  const made = calls.filter(({ outcome }) => outcome !== 'unused');
  let most = 0;
  for (const { grantedAt: end } of made) {
    const countable = made.filter(({ grantedAt, answeredAt }) => grantedAt <= end && answeredAt > end - 1000);
    most = Math.max(most, countable.length);
  }
  return most;
}

/** How many of the calls a bucket of `size`, filled evenly, would refuse at the moment they leave. */
export function refusedByBucket(calls: readonly Granted[], size: number, perSecond: number): number {
  let tokens = size;
  let filledAt = 0;
  let refused = 0;
  for (const { grantedAt } of calls) {
    tokens = Math.min(size, tokens + ((grantedAt - filledAt) * perSecond) / 1000);
    filledAt = grantedAt;
    // What is missing by rounding is no call.
    if (tokens < 1 - 1e-6) refused += 1;
    else tokens -= 1;
  }
  return refused;
}
